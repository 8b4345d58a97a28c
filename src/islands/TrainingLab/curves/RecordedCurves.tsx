import { signal } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { collapseLoss } from '#training/collapseLoss.ts';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { EMPTY_HISTORY } from '#training/run/history.ts';
import { runLevels } from './runLevels.ts';
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
      levels={signal(runLevels(DEFAULT_CONFIG, MNIST, collapseLoss(DEFAULT_CONFIG)))}
    />
  );
}
