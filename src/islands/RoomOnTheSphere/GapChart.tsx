import { type ReadonlySignal, useComputed } from '@preact/signals';
import { rememberLast } from '#kit/figure/rememberLast.ts';
import { formatNumber, formatPercent } from '#kit/figure/numberFormat.ts';
import { linePath } from '#kit/plane/svgPath.ts';
import { gapBars, gapReach } from './outlines.ts';
import type { RoomQuantities, RoomState } from './room.ts';
import { ZoneTable } from './ZoneTable.tsx';

const SIZE = { width: 480, height: 380 } as const;
const EDGE = 16;
const TOP = 62;
const BASELINE = 198;

const barsOf = rememberLast(gapBars);

interface GapChartProps {
  readonly state: ReadonlySignal<RoomState>;
  readonly quantities: ReadonlySignal<RoomQuantities>;
}

/** The differences d_an - d_ap of random triplets, cut into zones by 0 and by the margin. */
export function GapChart({ state, quantities }: GapChartProps) {
  const reach = useComputed(() => gapReach(quantities.value.distance));
  const toX = (gap: number) => SIZE.width / 2 + (gap / reach.value) * (SIZE.width / 2 - EDGE);
  const margin = useComputed(() => toX(state.value.margin));
  const gap = useComputed(() => quantities.value.gap);
  const outline = useComputed(() => {
    const { sphere, distance } = quantities.value;
    return outlineOf(barsOf(sphere, distance));
  });
  return (
    <svg
      class="chart room-chart"
      data-drawing
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={useComputed(() => {
        const { hard, semiHard, easy } = quantities.value.anyZones;
        const [h, s, e] = [hard, semiHard, easy].map((share) => formatPercent(share));
        return `Random triplets by the difference of their distances: ${h} hard, ${s} semi-hard, ${e} easy`;
      })}
    >
      <text x={EDGE} y={18}>
        differences: nine of ten within ±
        <tspan class="count" data-quantity="gapWidth" data-value={gap}>
          {useComputed(() => formatNumber(gap.value))}
        </tspan>
      </text>
      <Zones toX={toX} margin={margin} />
      <path class="any-pair" d={outline} />
      <g class="margin-border" data-mark="margin">
        <line x1={margin} x2={margin} y1={TOP - 12} y2={BASELINE} />
        <text class="math-label" x={margin} y={TOP - 18}>
          m
        </text>
      </g>
      <GapAxis reach={reach} state={state} toX={toX} />
      <ZoneTable quantities={quantities} width={SIZE.width} />
    </svg>
  );
}

/** Where a triplet is hard, semi-hard and easy, behind the differences. */
function Zones({ toX, margin }: { toX(gap: number): number; margin: ReadonlySignal<number> }) {
  const [start, zero, end] = [EDGE, SIZE.width / 2, SIZE.width - EDGE];
  const y = { y: TOP, height: BASELINE - TOP };
  return (
    <g class="zones">
      <rect class="zone-hard" x={start} width={toX(0) - start} {...y} />
      <rect class="zone-semi-hard" x={zero} width={useComputed(() => margin.value - zero)} {...y} />
      <rect class="zone-easy" x={margin} width={useComputed(() => end - margin.value)} {...y} />
      <line class="border-zero" x1={zero} x2={zero} y1={TOP} y2={BASELINE} />
    </g>
  );
}

/** Both sides of the bars as one line through their tops, which does not depend on the units. */
function outlineOf(bars: readonly number[]): string {
  const width = (SIZE.width - 2 * EDGE) / (2 * bars.length);
  const tops = [...[...bars].reverse(), ...bars].map((bar, k) => ({
    x: EDGE + (k + 0.5) * width,
    y: BASELINE - bar * (BASELINE - TOP),
  }));
  const [start, end] = [EDGE, SIZE.width - EDGE].map((x) => ({ x, y: BASELINE }));
  return `${linePath([start!, ...tops, end!])}z`;
}

interface GapAxisProps {
  readonly reach: ReadonlySignal<number>;
  readonly state: ReadonlySignal<RoomState>;
  toX(gap: number): number;
}

const GapAxis = ({ reach, state, toX }: GapAxisProps) => (
  <g class="axis">
    <line x1={EDGE} x2={SIZE.width - EDGE} y1={BASELINE} y2={BASELINE} />
    {[-0.5, 0, 0.5].map((part) => (
      <text key={part} x={toX(part * reach.value)} y={BASELINE + 22}>
        {useComputed(() => formatNumber(part * reach.value, 1))}
      </text>
    ))}
    <text class="axis-label" x={SIZE.width - EDGE} y={BASELINE + 46}>
      <tspan class="math">d</tspan>
      <tspan class="subscript" dy={5}>
        an
      </tspan>
      <tspan dy={-5}> − </tspan>
      <tspan class="math">d</tspan>
      <tspan class="subscript" dy={5}>
        ap
      </tspan>
      <tspan dy={-5}>{useComputed(() => (state.value.squared ? ', squared' : ', plain'))}</tspan>
    </text>
  </g>
);
