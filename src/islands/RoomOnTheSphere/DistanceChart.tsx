import { type ReadonlySignal, useComputed } from '@preact/signals';
import { niceTicks } from '#kit/charts/ticks.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { linePath } from '#kit/plane/svgPath.ts';
import { type DensityPoint, densities } from './outlines.ts';
import { type RoomQuantities, type RoomState, toUnits } from './room.ts';

const SIZE = { width: 480, height: 380 } as const;
const EDGE = 16;
const TOP = 88;
const BASELINE = 310;

interface DistanceChartProps {
  readonly state: ReadonlySignal<RoomState>;
  readonly quantities: ReadonlySignal<RoomQuantities>;
}

/** How often random points are how far apart, and which of the negatives among them are drawn. */
export function DistanceChart({ state, quantities }: DistanceChartProps) {
  const squared = useComputed(() => state.value.squared);
  const toX = (distance: number) =>
    EDGE + (distance / toUnits(2, squared.value)) * (SIZE.width - 2 * EDGE);
  // The margin moves none of them.
  const sphere = useComputed(() => quantities.value.sphere);
  const drawn = useComputed(() => quantities.value.drawn);
  const distance = useComputed(() => quantities.value.distance);
  const points = useComputed(() =>
    densities({ sphere: sphere.value, drawn: drawn.value, distance: distance.value }),
  );
  const middle = useComputed(() => toX(toUnits(Math.SQRT2, squared.value)));
  const low = useComputed(() => quantities.value.any.low);
  const high = useComputed(() => quantities.value.any.high);
  const outline = (kind: 'any' | 'drawn') => useComputed(() => outlineOf(points.value, kind, toX));
  return (
    <svg
      class="plane room-chart"
      data-drawing
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={useComputed(
        () =>
          `Distances of random points on the unit sphere: nine of ten between ${formatNumber(low.value)} and ${formatNumber(high.value)}`,
      )}
    >
      <text x={EDGE} y={18}>
        any two points: nine of ten from <Bound name="low" value={low} /> to{' '}
        <Bound name="high" value={high} />
      </text>
      <text class="drawn-negative" x={EDGE} y={44}>
        {useComputed(
          () =>
            `distance-weighted draws, from ${state.value.negatives.toLocaleString('en')} negatives`,
        )}
      </text>
      <path class="any-pair" d={outline('any')} />
      <path class="drawn-negative" d={outline('drawn')} />
      <line class="middle" x1={middle} x2={middle} y1={TOP - 8} y2={BASELINE} />
      <text class="middle-label" x={middle} y={TOP - 14}>
        {useComputed(() => (squared.value ? '2' : '√2'))}
      </text>
      <path
        class="nine-of-ten"
        d={useComputed(
          () => `M${toX(low.value).toFixed(1)},${BASELINE + 4}H${toX(high.value).toFixed(1)}`,
        )}
      />
      <DistanceAxis squared={squared} toX={toX} />
    </svg>
  );
}

/** One end of where nine of ten distances are. */
const Bound = ({
  name,
  value,
}: {
  readonly name: string;
  readonly value: ReadonlySignal<number>;
}) => (
  <tspan class="count" data-quantity={name} data-value={value}>
    {useComputed(() => formatNumber(value.value))}
  </tspan>
);

function outlineOf(
  points: readonly DensityPoint[],
  kind: 'any' | 'drawn',
  toX: (distance: number) => number,
): string {
  const line = points.map((point) => ({
    x: toX(point.at),
    y: BASELINE - point[kind] * (BASELINE - TOP),
  }));
  const end = (point: DensityPoint | undefined) => ({ x: toX(point?.at ?? 0), y: BASELINE });
  return `${linePath([end(points[0]), ...line, end(points.at(-1))])}z`;
}

interface DistanceAxisProps {
  readonly squared: ReadonlySignal<boolean>;
  toX(distance: number): number;
}

function DistanceAxis({ squared, toX }: DistanceAxisProps) {
  const ticks = useComputed(() => niceTicks(0, toUnits(2, squared.value), 4));
  return (
    <g class="axis">
      <line x1={EDGE} x2={SIZE.width - EDGE} y1={BASELINE} y2={BASELINE} />
      {[0, 1, 2, 3, 4].map((k) => {
        const tick = useComputed(() => ticks.value[k]!);
        return (
          <text key={k} x={useComputed(() => toX(tick.value).toFixed(1))} y={BASELINE + 28}>
            {useComputed(() => tick.value.toFixed(1))}
          </text>
        );
      })}
      <text class="axis-label" x={SIZE.width - EDGE} y={SIZE.height - 14}>
        {useComputed(() => (squared.value ? 'squared distance' : 'distance'))}
      </text>
    </g>
  );
}
