import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { THRESHOLD_RANGE } from './definition.ts';
import type { Recognised } from './recognise.ts';

const WIDTH = 460;
const HEIGHT = 92;
const EDGE = 14;
const BASELINE = 62;
const LINE = 17;
const TICKS = [0, 0.5, 1, 1.5, 2];

const toX = (distance: number) =>
  EDGE + (Math.min(THRESHOLD_RANGE.max, distance) / THRESHOLD_RANGE.max) * (WIDTH - 2 * EDGE);

interface DistanceLineProps {
  readonly recognised: ReadonlySignal<Recognised | undefined>;
  readonly threshold: ReadonlySignal<number>;
}

/** How far the drawing is from the mean of each sign, and where it would be none of them. */
export function DistanceLine({ recognised, threshold }: DistanceLineProps) {
  const limit = useComputed(() => toX(threshold.value));
  return (
    <svg
      class="chart sign-line"
      data-drawing
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={useComputed(() => {
        const { signs = [], distances = [] } = recognised.value ?? {};
        const told = signs.map(({ name }, k) => `${name} at ${formatNumber(distances[k]!)}`);
        return `Distances on a line from 0 to 2, the threshold at ${formatNumber(threshold.value)}${told.length > 0 ? `: ${told.join(', ')}` : ''}`;
      })}
    >
      <rect
        class="within"
        x={EDGE}
        y={BASELINE - 2 * LINE - 8}
        width={useComputed(() => limit.value - EDGE)}
        height={2 * LINE + 8}
      />
      <line class="axis" x1={EDGE} x2={WIDTH - EDGE} y1={BASELINE} y2={BASELINE} />
      {TICKS.map((tick) => (
        <text key={tick} class="tick" x={toX(tick)} y={HEIGHT - 8}>
          {tick.toFixed(1)}
        </text>
      ))}
      <line class="limit" x1={limit} x2={limit} y1={12} y2={BASELINE + 6} />
      <text class="limit-name" x={limit} dx={6} y={14}>
        none of these
      </text>
      {useComputed(() => recognised.value && <Marks {...recognised.value} />)}
    </svg>
  );
}

/** A mark for each sign; names of neighbours stand at two heights. */
function Marks({ signs, distances, nearest, accepted }: Recognised) {
  const order = [...distances.keys()].sort((a, b) => distances[a]! - distances[b]!);
  return (
    <>
      {signs.map(({ id, name }, k) => {
        const x = toX(distances[k]!);
        return (
          <g
            key={id}
            class="sign-mark"
            data-point={`sign-${k + 1}`}
            data-x={distances[k]}
            data-accepted={k === nearest && accepted}
          >
            <line x1={x} x2={x} y1={BASELINE} y2={BASELINE - 10 - LINE * (order.indexOf(k) % 2)} />
            <circle cx={x} cy={BASELINE} r={6} />
            <text x={x} y={BASELINE - 12 - LINE * (order.indexOf(k) % 2)}>
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}
