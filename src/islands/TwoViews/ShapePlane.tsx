import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Reading } from './recorded.ts';

const SIZE = 320;
const EDGE = 34;
/** Uniformity from -4 (even) to 0 (one point), alignment from 0 to 2 (as between strangers). */
const toX = (uniformity: number) => EDGE + ((uniformity + 4) / 4) * (SIZE - EDGE - 10);
const toY = (alignment: number) => 10 + (1 - Math.min(alignment, 2) / 2) * (SIZE - EDGE - 10);

interface ShapePlaneProps {
  readonly readings: ReadonlySignal<readonly Reading[]>;
  readonly reading: ReadonlySignal<Reading | undefined>;
}

/** The way of the run in the plane of uniformity and alignment. */
export function ShapePlane({ readings, reading }: ShapePlaneProps) {
  const place = ({ uniformity, alignment }: Reading) =>
    `${toX(uniformity).toFixed(1)},${toY(alignment).toFixed(1)}`;
  return (
    <svg
      class="chart shape-plane"
      data-drawing
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="img"
      aria-label={useComputed(() =>
        reading.value
          ? `Alignment ${reading.value.alignment.toFixed(2)}, uniformity ${reading.value.uniformity.toFixed(2)}`
          : 'Alignment and uniformity: not known yet',
      )}
    >
      <path class="curve-axis" d={`M${EDGE},10V${SIZE - EDGE}H${SIZE - 10}`} />
      <text class="remark" x={EDGE} y={SIZE - 8}>
        even ← uniformity → one point
      </text>
      <text class="remark" x={EDGE + 6} y="22">
        alignment, near below
      </text>
      <path
        class="shape-way"
        d={useComputed(() =>
          readings.value.map((each, k) => `${k ? 'L' : 'M'}${place(each)}`).join(''),
        )}
      />
      <path
        class="shape-now"
        d={useComputed(() => (reading.value ? `M${place(reading.value)}h0` : ''))}
      />
    </svg>
  );
}
