import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Chart } from './chart.ts';
import { formatNumber } from '../figure/numberFormat.ts';

interface CurveDotProps {
  /** The chart, which may change its scale. */
  readonly chart: ReadonlySignal<Chart>;
  readonly x: ReadonlySignal<number>;
  readonly y: ReadonlySignal<number>;
}

const DOT_RADIUS = 7;

/**
 * The moving dot of a curve, with its guides to the axes. Where the values leave the chart it stays
 * at the edge, hollow, with its value beside it.
 */
export function CurveDot({ chart, x, y }: CurveDotProps) {
  const isOff = useComputed(() => {
    const { x: across, y: up } = chart.value;
    return x.value > across.domain[1] || y.value > up.domain[1];
  });
  const cx = useComputed(() =>
    chart.value.toX(Math.min(x.value, chart.value.x.domain[1])).toFixed(2),
  );
  const cy = useComputed(() =>
    chart.value.toY(Math.min(y.value, chart.value.y.domain[1])).toFixed(2),
  );
  const axis = useComputed(() => chart.value.toY(chart.value.y.domain[0]));
  const note = useComputed(() =>
    isOff.value ? `at ${formatNumber(x.value)}: ${formatNumber(y.value)}` : '',
  );
  return (
    <g class="curve-dot" data-mark="loss" data-off={isOff}>
      <line x1={cx} x2={cx} y1={cy} y2={axis} />
      <circle cx={cx} cy={cy} r={DOT_RADIUS} />
      <text class="mark-label" x={useComputed(() => Number(cx.value) - 12)} y={cy} dy="0.3em">
        {note}
      </text>
    </g>
  );
}
