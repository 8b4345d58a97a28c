import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Lazy } from '#kit/controls/Lazy.tsx';
import { plateauOf } from '#training/settings/choices.ts';
import type { TrainingConfig } from '#training/settings/table.ts';
import type { Lab } from '../run/lab.ts';
import { Measures } from './Measures.tsx';

interface LabResultsProps {
  readonly lab: Lab;
  /** Of the run that is shown, else of the one to come. */
  readonly shown: ReadonlySignal<TrainingConfig>;
  /** The curves of the recorded run, drawn when the page was built. */
  readonly children?: ComponentChildren;
}

/** The curves of the run, and where it stands. */
export function LabResults({ lab, shown, children }: LabResultsProps) {
  const { history, previous, collapseLoss, status, isRecording } = lab;
  const isLive = useComputed(() => status.value !== 'idle' || history.value.steps.length > 1);
  const level = useComputed(() =>
    collapseLoss.value === undefined
      ? undefined
      : { value: collapseLoss.value, name: plateauOf(shown.value).name },
  );
  return (
    <>
      <div class="lab-charts">
        <div hidden={useComputed(() => isLive.value || !isRecording.value)}>{children}</div>
        <div hidden={useComputed(() => !isLive.value)}>
          <Lazy
            wanted={isLive}
            load={() => import('./RunCurves.tsx')}
            props={{ history, previous, level }}
          />
        </div>
      </div>
      <Measures lab={lab} />
    </>
  );
}
