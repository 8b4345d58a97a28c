import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import type { LossItem, LossItems } from '#metric/losses/items.ts';
import { Axes } from './Axes.tsx';
import { Dots } from './Dots.tsx';
import type { Selection } from './items.ts';
import { choosing } from './choosing.ts';
import { placeOn, SIZE, scaleOf } from './plotScale.ts';

interface ItemPlotProps {
  readonly selection: ReadonlySignal<Selection>;
  /** Where the hinge opens, in the units of the distances; undefined for a soft margin. */
  readonly margin: ReadonlySignal<number | undefined>;
  readonly about: ReadonlySignal<LossItems>;
  readonly chosen: Signal<LossItem | undefined>;
  /** Where the chosen one has gone with the step. */
  readonly moved: ReadonlySignal<readonly [number, number] | undefined>;
}

/** Triplets by d_ap and d_an, or pairs by distance and loss: dots, among which one can be chosen. */
export function ItemPlot({ selection, margin, about, chosen, moved }: ItemPlotProps) {
  const scale = useComputed(() => scaleOf(selection.value.items, about.value.axes.alike));
  const points = useComputed(() =>
    Float32Array.from(selection.value.items.flatMap(({ x, y }) => placeOn(scale.value, x, y))),
  );
  const index = useComputed(() => {
    const found = chosen.value ? selection.value.items.indexOf(chosen.value) : -1;
    return found < 0 ? undefined : found;
  });
  const at = useComputed(() => {
    const k = index.value;
    return k === undefined ? undefined : [points.value[2 * k]!, points.value[2 * k + 1]!];
  });
  const step = useComputed(() => {
    const [from, to] = [at.value, moved.value];
    return from && to ? `M${from}L${placeOn(scale.value, ...to)}` : '';
  });
  return (
    <svg
      class="batch-plot"
      data-drawing
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="application"
      aria-label={useComputed(
        () => `${about.value.axes.label}. Arrow keys walk from one to the next.`,
      )}
      // In small letters: an SVG made by a script takes no other spelling.
      tabindex={0}
      {...choosing({ selection, points, index, chosen })}
    >
      <Axes scale={scale} about={about} margin={margin} />
      {useComputed(() =>
        about.value.kinds
          .toReversed()
          .map((kind) => <Dots key={kind} kind={kind} selection={selection} points={points} />),
      )}
      <path class="batch-step" d={step} />
      <circle
        class="batch-ring"
        r="6"
        cx={useComputed(() => at.value?.[0] ?? -20)}
        cy={useComputed(() => at.value?.[1] ?? -20)}
      />
    </svg>
  );
}
