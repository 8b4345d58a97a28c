import { signal } from '@preact/signals';
import { collapseLoss } from '#training/collapseLoss.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { plateauOf } from '#training/settings/choices.ts';
import { EMPTY_HISTORY } from '#training/run/history.ts';
import RunCurves from './RunCurves.tsx';
import recorded from '../recording/recordedRun.json' with { type: 'json' };

/** The curves of the recorded run, drawn when the page is built (see RecordedRun). */
export default function RecordedCurves() {
  const { loss, activeShare, evaluations } = recorded.curves;
  const steps = loss.map((value, index) => ({
    step: index + 1,
    loss: value,
    activeShare: activeShare[index]!,
  }));
  return (
    <RunCurves
      history={signal({ steps, evaluations })}
      previous={signal(EMPTY_HISTORY)}
      level={signal({ value: collapseLoss(DEFAULT_CONFIG), name: plateauOf(DEFAULT_CONFIG).name })}
    />
  );
}
