import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Lazy } from '#kit/controls/Lazy.tsx';
import type { TrainingConfig } from '#training/settings/table.ts';
import type { Lab } from '../run/lab.ts';
import { Measures } from './Measures.tsx';
import { runLevels } from './runLevels.ts';

interface LabResultsProps {
  readonly lab: Lab;
  /** Of the run that is shown, else of the one to come. */
  readonly shown: ReadonlySignal<TrainingConfig>;
  /** The curves of the recorded run, drawn when the page was built. */
  readonly children?: ComponentChildren;
}

/** The curves of the run, and where it stands. */
export function LabResults({ lab, shown, children }: LabResultsProps) {
  const { history, previous, collapseLoss, data, status, isRecording } = lab;
  const isLive = useComputed(() => status.value !== 'idle' || history.value.steps.length > 1);
  const levels = useComputed(() => runLevels(shown.value, data.value, collapseLoss.value));
  return (
    <>
      <div class="lab-charts">
        <div hidden={useComputed(() => isLive.value || !isRecording.value)}>{children}</div>
        <div hidden={useComputed(() => !isLive.value)}>
          <Lazy
            wanted={isLive}
            load={() => import('./RunCurves.tsx')}
            props={{ history, previous, levels }}
          />
        </div>
      </div>
      <Measures lab={lab} shown={shown} />
    </>
  );
}
