import { type ReadonlySignal, useComputed } from '@preact/signals';
import { ShareNeedle } from '#kit/charts/ShareNeedle.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { TrainingConfig } from '#training/settings/table.ts';
import type { Lab } from '../run/lab.ts';
import { evenStd } from './evenStd.ts';

interface StdNeedleProps {
  readonly lab: Pick<Lab, 'history'>;
  /** Of the run that is shown, else of the one to come. */
  readonly shown: ReadonlySignal<TrainingConfig>;
}

/**
 * Of a run on the sphere, how much a coordinate varies beside what it has all over the sphere: a needle
 * between one point and that. Nothing of any other run.
 */
export function StdNeedle({ lab, shown }: StdNeedleProps) {
  const isShown = useComputed(() => shown.value.normalise);
  const std = useComputed(() => lab.history.value.evaluations.at(-1)?.coordinateStd);
  const even = useComputed(() => evenStd(shown.value));
  const share = useComputed(() => std.value && std.value / even.value);
  return (
    <div
      class="lab-measure lab-std"
      data-role="coordinateStd"
      hidden={useComputed(() => !isShown.value)}
      title="Standard deviation of a coordinate of the held-out samples, the mean over coordinates: 0 where all are one point, 1/√D where they lie all over the sphere"
    >
      <dt>std of a coordinate</dt>
      <dd
        class="number"
        data-quantity="coordinateStd"
        data-value={useComputed(() => std.value ?? '')}
      >
        {useComputed(() => (std.value === undefined ? '–' : formatNumber(std.value, 3)))}{' '}
        <span class="lab-std-even">
          of 1/√{useComputed(() => shown.value.dims)} ={' '}
          {useComputed(() => formatNumber(even.value, 3))}
        </span>
      </dd>
      <ShareNeedle share={share} />
    </div>
  );
}
