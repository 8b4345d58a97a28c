import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { linePath } from '#kit/plane/svgPath.ts';
import { groupByLabel } from '#metric/classes.ts';
import { countBatch } from '#metric/counts.ts';
import type { BatchState } from './batch.ts';
import type { BatchQuantities } from './quantities.ts';
import './charts.css';

const WIDTH = 480;
const HEIGHT = 300;
const LEFT = 48;
const RIGHT = 112;
const TOP = 28;
const BOTTOM = 44;
const LARGEST_BATCH = 128;
const MOST_TRIPLETS = LARGEST_BATCH ** 3;
const SMALLEST_BATCH = 4;

/** Both axes are logarithmic: a power of B is a straight line. */
const toX = (batch: number) =>
  LEFT +
  ((WIDTH - LEFT - RIGHT) * Math.log(batch / SMALLEST_BATCH)) /
    Math.log(LARGEST_BATCH / SMALLEST_BATCH);
const toY = (count: number) =>
  HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * Math.log(count)) / Math.log(MOST_TRIPLETS);

const BATCHES = [4, 8, 16, 32, 64, 128] as const;
const COUNTS = [
  [1, '1'],
  [100, '100'],
  [10_000, '10⁴'],
  [1_000_000, '10⁶'],
] as const;

/** The counts of batches with 2, 3, … classes of k samples. */
function countsWith(k: number) {
  const classes = Array.from(
    { length: Math.floor(LARGEST_BATCH / k) - 1 },
    (_, index) => index + 2,
  );
  return classes.map((p) => {
    const labels = Int32Array.from({ length: p * k }, (_, row) => Math.floor(row / k));
    return { batch: p * k, ...countBatch(groupByLabel(labels)) };
  });
}

const path = (points: readonly (readonly [batch: number, count: number])[]) =>
  linePath(points.map(([batch, count]) => ({ x: toX(batch), y: toY(count) })));

/** A power of B: a straight line, drawn from end to end. */
const power = (exponent: number) =>
  path([SMALLEST_BATCH, LARGEST_BATCH].map((batch) => [batch, batch ** exponent]));

interface CountGrowthProps {
  readonly state: ReadonlySignal<BatchState>;
  readonly quantities: ReadonlySignal<BatchQuantities>;
}

/** How many triplets a batch offers, and how many of them the strategy takes, as the batch grows. */
export function CountGrowth({ state, quantities }: CountGrowthProps) {
  const k = useComputed(() => state.value.k);
  const batch = useComputed(() => state.value.p * state.value.k);
  const valid = useComputed(() => quantities.value.valid);
  const selected = useComputed(() => quantities.value.selected);
  const active = useComputed(() => quantities.value.active);
  const counts = useComputed(() => countsWith(k.value));
  const curve = useComputed(() =>
    path(counts.value.map(({ batch: b, validTriplets }) => [b, validTriplets])),
  );
  const endOfValid = useComputed(() => toY(counts.value.at(-1)!.validTriplets));
  return (
    <>
      <p class="read-outs counts">
        <Quantity label="valid" name="valid" value={valid} digits={0} />
        <Quantity label="selected" name="selected" value={selected} digits={0} />
        <Quantity label="active" name="active" value={active} digits={0} />
      </p>
      <svg
        class="chart growth"
        data-drawing
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={useComputed(
          () =>
            `Number of triplets against the size of the batch, both logarithmic: at B = ${batch.value}, ${valid.value} are valid, ${selected.value} selected, ${active.value} active`,
        )}
      >
        <Axes />
        <path class="growth-all" d={power(3)} />
        <text class="growth-name" x={WIDTH - RIGHT + 6} y={toY(MOST_TRIPLETS)} dy="0.3em">
          all, <tspan class="math">B</tspan>³
        </text>
        <path class="growth-anchors" d={power(1)} />
        <text class="growth-name" x={WIDTH - RIGHT + 6} y={toY(LARGEST_BATCH)} dy="0.3em">
          anchors, <tspan class="math">B</tspan>
        </text>
        <g class="growth-valid" data-mark="valid">
          <path d={curve} />
          <text class="growth-name" x={WIDTH - RIGHT + 6} y={endOfValid} dy="0.5em">
            valid, <tspan class="math">K</tspan> = {k}
          </text>
        </g>
        <line
          class="growth-batch"
          x1={useComputed(() => toX(batch.value))}
          x2={useComputed(() => toX(batch.value))}
          y1={TOP}
          y2={HEIGHT - BOTTOM}
        />
        <Dot name="valid" batch={batch} count={valid} />
        <Dot name="selected" batch={batch} count={selected} />
        <Dot name="active" batch={batch} count={active} />
      </svg>
    </>
  );
}

interface DotProps {
  readonly name: string;
  readonly batch: ReadonlySignal<number>;
  readonly count: ReadonlySignal<number>;
}

/** A count of 0 has no place on a logarithmic axis. */
function Dot({ name, batch, count }: DotProps) {
  return (
    <circle
      class={`growth-dot growth-dot-${name}`}
      visibility={useComputed(() => (count.value > 0 ? 'inherit' : 'hidden'))}
      cx={useComputed(() => toX(batch.value).toFixed(1))}
      cy={useComputed(() => toY(Math.max(1, count.value)).toFixed(1))}
      r={name === 'selected' ? 8 : 5}
    />
  );
}

function Axes() {
  const bottom = HEIGHT - BOTTOM;
  return (
    <g class="chart-frame">
      <line class="axis" x1={LEFT} x2={WIDTH - RIGHT} y1={bottom} y2={bottom} />
      <line class="axis" x1={LEFT} x2={LEFT} y1={TOP} y2={bottom} />
      {BATCHES.map((batch) => (
        <g key={batch}>
          <line class="axis" x1={toX(batch)} x2={toX(batch)} y1={bottom} y2={bottom + 4} />
          <text x={toX(batch)} y={bottom + 18}>
            {batch}
          </text>
        </g>
      ))}
      {COUNTS.map(([count, text]) => (
        <g key={count}>
          <line class="axis" x1={LEFT - 4} x2={LEFT} y1={toY(count)} y2={toY(count)} />
          <text class="tick-y" x={LEFT - 8} y={toY(count)} dy="0.32em">
            {text}
          </text>
        </g>
      ))}
      <text class="axis-x" x={WIDTH - RIGHT} y={HEIGHT - 6}>
        batch B = P·K
      </text>
      <text class="axis-y" x={0} y={14}>
        triplets
      </text>
    </g>
  );
}
