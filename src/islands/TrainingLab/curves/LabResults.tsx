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
  /** The curves of a recorded run, shown until the reader starts one. */
  readonly children?: ComponentChildren;
}

/** The curves of the run, and where it stands. */
export function LabResults({ lab, shown, children }: LabResultsProps) {
  const { history, previous, collapseLoss, status } = lab;
  const untouched = useComputed(() => status.value === 'idle');
  const level = useComputed(() =>
    collapseLoss.value === undefined
      ? undefined
      : { value: collapseLoss.value, name: plateauOf(shown.value).name },
  );
  return (
    <>
      <div hidden={useComputed(() => !untouched.value)}>{children}</div>
      <div hidden={untouched}>
        <Lazy
          wanted={useComputed(() => !untouched.value)}
          load={() => import('./RunCurves.tsx')}
          props={{ history, previous, level }}
        />
      </div>
      <Measures lab={lab} />
    </>
  );
}
