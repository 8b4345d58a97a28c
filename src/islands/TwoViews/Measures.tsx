import { type ReadonlySignal, useComputed } from '@preact/signals';
import { ShareNeedle } from '#kit/charts/ShareNeedle.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import type { ViewsQuantities, ViewsState } from './definition.ts';
import { FewChart } from './FewChart.tsx';
import type { Reading } from './recorded.ts';
import { DIMS, wantedStd } from './runs.ts';
import { ShapePlane } from './ShapePlane.tsx';

interface MeasuresProps {
  readonly state: ReadonlySignal<ViewsState>;
  readonly quantities: ReadonlySignal<ViewsQuantities>;
  readonly readings: ReadonlySignal<readonly Reading[]>;
}

/** How far a few labels go, and how the cloud lies. */
export function Measures({ state, quantities, readings }: MeasuresProps) {
  const reading = useComputed(() => quantities.value.reading);
  return (
    <div class="figure-curve views-measures">
      <p class="measure-name">rightly named, by so many labels</p>
      <FewChart reading={reading} />
      <div class="views-shape">
        <ShapePlane readings={readings} reading={reading} />
        <StdNeedle {...{ state, quantities }} />
      </div>
    </div>
  );
}

/** Whether the coordinates vary as the loss would have them, between one point and that. */
function StdNeedle({ state, quantities }: Omit<MeasuresProps, 'readings'>) {
  const share = useComputed(() => quantities.value.stdShare);
  const isOnSphere = useComputed(() => state.value.defence === 'negatives');
  return (
    <div class="views-std" data-drawing>
      <Quantity
        label="std of a coordinate"
        name="coordinateStd"
        value={useComputed(() => quantities.value.reading?.std)}
        digits={3}
      />
      <span
        class="std-wanted"
        data-quantity="stdShare"
        data-value={useComputed(() => share.value ?? '')}
      >
        of {useComputed(() => (isOnSphere.value ? `1/√${DIMS} = ` : ''))}
        {useComputed(() => wantedStd(state.value).toFixed(isOnSphere.value ? 3 : 0))}
      </span>
      <ShareNeedle share={share} />
      <span class="std-ends">
        <span>one point</span>
        <span>{useComputed(() => (isOnSphere.value ? 'even' : 'wanted'))}</span>
      </span>
    </div>
  );
}
