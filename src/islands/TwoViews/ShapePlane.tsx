import { type ReadonlySignal, useComputed } from '@preact/signals';
import { dotsPath, linePath } from '#kit/plane/svgPath.ts';
import type { Reading } from './recorded.ts';

const WIDTH = 232;
const HEIGHT = 190;
const LEFT = 26;
const TOP = 22;
const RIGHT = WIDTH - 10;
const BOTTOM = HEIGHT - 38;
/** From an even spread, or nearly, to one point; and from one point to strangers. */
const UNIFORMITY = [-4, -2, 0] as const;
const ALIGNMENT = [0, 1, 2] as const;
const toX = (uniformity: number) => LEFT + (Math.max(uniformity, -4) / 4 + 1) * (RIGHT - LEFT);
const toY = (alignment: number) => BOTTOM - (Math.min(alignment, 2) / 2) * (BOTTOM - TOP);

interface ShapePlaneProps {
  readonly readings: ReadonlySignal<readonly Reading[]>;
  readonly reading: ReadonlySignal<Reading | undefined>;
}

const placeOf = ({ uniformity, alignment }: Reading) => ({
  x: toX(uniformity),
  y: toY(alignment),
});

/** The way of the run in the plane of uniformity and alignment. */
export function ShapePlane({ readings, reading }: ShapePlaneProps) {
  const first = useComputed(() => readings.value[0]);
  return (
    <svg
      class="chart shape-plane"
      data-drawing
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={useComputed(() =>
        reading.value
          ? `Alignment ${reading.value.alignment.toFixed(2)}, uniformity ${reading.value.uniformity.toFixed(2)}`
          : 'Alignment and uniformity: not known yet',
      )}
    >
      <Axes />
      <path class="shape-way" d={useComputed(() => linePath(readings.value.map(placeOf)))} />
      <path
        class="shape-start"
        d={useComputed(() => (first.value ? dotsPath([placeOf(first.value)]) : ''))}
      />
      <text
        class="remark"
        x={useComputed(() => (first.value ? toX(first.value.uniformity) : 0))}
        y={useComputed(() => (first.value ? toY(first.value.alignment) + 20 : 0))}
        visibility={useComputed(() => (first.value ? 'inherit' : 'hidden'))}
      >
        untrained
      </text>
      <path
        class="shape-now"
        d={useComputed(() => (reading.value ? dotsPath([placeOf(reading.value)]) : ''))}
      />
    </svg>
  );
}

function Axes() {
  return (
    <g class="chart-frame">
      <path class="curve-axis" d={`M${LEFT},${TOP}V${BOTTOM}H${RIGHT}`} />
      {ALIGNMENT.map((tick) => (
        <text key={tick} class="tick-y" x={LEFT - 6} y={toY(tick)} dy="0.3em">
          {tick}
        </text>
      ))}
      {UNIFORMITY.map((tick) => (
        <text key={tick} x={toX(tick)} y={BOTTOM + 16}>
          {tick < 0 ? `−${-tick}` : tick}
        </text>
      ))}
      <text class="axis-y" x={LEFT - 10} y={12}>
        alignment: near is low
      </text>
      <text class="tick-end" x={RIGHT} y={HEIGHT - 5}>
        uniformity: even is left
      </text>
    </g>
  );
}
