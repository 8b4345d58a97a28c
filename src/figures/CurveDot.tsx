import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Chart } from './chart.ts';
import { formatNumber } from './numberFormat.ts';

interface CurveDotProps {
  readonly chart: Chart;
  readonly x: ReadonlySignal<number>;
  readonly y: ReadonlySignal<number>;
}

const DOT_RADIUS = 7;

/**
 * The moving dot of a curve, with its guides to the axes. Where the values leave the chart it stays
 * at the edge, hollow, with its value beside it.
 */
export function CurveDot({ chart, x, y }: CurveDotProps) {
  const [, xMax] = chart.x.domain;
  const [yMin, yMax] = chart.y.domain;
  const isOff = useComputed(() => x.value > xMax || y.value > yMax);
  const cx = useComputed(() => chart.toX(Math.min(x.value, xMax)).toFixed(2));
  const cy = useComputed(() => chart.toY(Math.min(y.value, yMax)).toFixed(2));
  const note = useComputed(() =>
    isOff.value ? `at ${formatNumber(x.value)}: ${formatNumber(y.value)}` : '',
  );
  return (
    <g class="curve-dot" data-mark="loss" data-off={isOff}>
      <line x1={cx} x2={cx} y1={cy} y2={chart.toY(yMin)} />
      <circle cx={cx} cy={cy} r={DOT_RADIUS} />
      <text class="mark-label" x={useComputed(() => Number(cx.value) - 12)} y={cy} dy="0.3em">
        {note}
      </text>
    </g>
  );
}
