import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { LossItems } from '#metric/losses/items.ts';
import { diagonalPath, hingePath, LEFT, type PlotScale, SIDE, SIZE, TOP } from './plotScale.ts';

interface AxesProps {
  readonly scale: ReadonlySignal<PlotScale>;
  readonly about: ReadonlySignal<LossItems>;
  /** Where the hinge opens, in the units of the distances; undefined for a soft margin. */
  readonly margin: ReadonlySignal<number | undefined>;
}

/** The axes with their ends, the diagonal of two distances, and the line on which the hinge opens. */
export function Axes({ scale, about, margin }: AxesProps) {
  const diagonal = useComputed(() => (about.value.axes.alike ? diagonalPath(scale.value, 0) : ''));
  const hinge = useComputed(() =>
    margin.value === undefined ? '' : hingePath(scale.value, margin.value, about.value.axes.alike),
  );
  return (
    <>
      <path class="lab-axis" d={`M${LEFT},${TOP}V${TOP + SIDE}H${LEFT + SIDE}`} />
      <path class="batch-diagonal" d={diagonal} />
      <path class="batch-hinge" d={hinge} />
      <text x={LEFT} y={SIZE - 12}>
        {useComputed(() => (scale.value.least < 0 ? formatNumber(scale.value.least) : '0'))}
      </text>
      <text class="lab-tick" x={LEFT + SIDE} y={SIZE - 12}>
        {useComputed(() => `${about.value.axes.x} ${formatNumber(scale.value.x)}`)}
      </text>
      <text x={LEFT - 6} y={TOP + SIDE} text-anchor="end">
        {useComputed(() => (scale.value.bottom < 0 ? formatNumber(scale.value.bottom) : ''))}
      </text>
      <text class="lab-tick" transform={`translate(${LEFT - 12} ${TOP}) rotate(-90)`}>
        {useComputed(() => `${about.value.axes.y} ${formatNumber(scale.value.y)}`)}
      </text>
    </>
  );
}
