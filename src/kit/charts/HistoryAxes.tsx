import type { ReadonlySignal } from '@preact/signals';
import { formatCount } from '../figure/numberFormat.ts';
import { CHART_MARGINS, type Chart } from './chart.ts';
import { niceTicks } from './ticks.ts';

interface HistoryAxesProps {
  readonly chart: ReadonlySignal<Chart>;
  readonly bottom: number;
}

/** The axes, drawn anew only when their range changes. */
export function HistoryAxes({ chart, bottom }: HistoryAxesProps) {
  const { x, y, toX, toY, size } = chart.value;
  const { left, right, top } = CHART_MARGINS;
  return (
    <g class="chart-frame">
      <line class="axis" x1={left} x2={size.width - right} y1={bottom} y2={bottom} />
      <line class="axis" x1={left} x2={left} y1={top} y2={bottom} />
      {niceTicks(...x.domain, x.ticks).map((value) => (
        <g key={`x${value}`}>
          <line class="axis" x1={toX(value)} x2={toX(value)} y1={bottom} y2={bottom + 4} />
          <text class="tick-x" x={toX(value)} y={bottom + 18}>
            {formatCount(value)}
          </text>
        </g>
      ))}
      {niceTicks(...y.domain, y.ticks).map((value) => (
        <g key={`y${value}`}>
          <line class="axis" x1={left - 4} x2={left} y1={toY(value)} y2={toY(value)} />
          <text class="tick-y" x={left - 8} y={toY(value)} dy="0.32em">
            {value}
          </text>
        </g>
      ))}
      <text class="axis-x" x={size.width - right} y={size.height - 6}>
        {x.label}
      </text>
      <text class="axis-y" x={0} y={14}>
        {y.label}
      </text>
    </g>
  );
}
