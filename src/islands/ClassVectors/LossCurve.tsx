import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { CurveDot } from '#kit/charts/CurveDot.tsx';
import { CHART_MARGINS, createChart } from '#kit/charts/chart.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { ClassQuantities, ClassState } from './measure.ts';
import { lossesAlong, type Way, wayOf } from './way.ts';

const SIZE = { width: 480, height: 344 } as const;
/** The same for every scale, so that a larger one is seen to be steeper. */
const HIGHEST_LOSS = 24;
const SAMPLES = 180;
const THETAS = Array.from({ length: SAMPLES + 1 }, (_, k) => (k / SAMPLES) * Math.PI);

const chart = createChart({
  size: SIZE,
  x: { domain: [0, Math.PI], label: null, ticks: 3 },
  y: { domain: [0, HIGHEST_LOSS], label: null, ticks: 3 },
});
const [LEFT, RIGHT] = [CHART_MARGINS.left, SIZE.width - CHART_MARGINS.right];
const [TOP, BOTTOM] = [chart.toY(HIGHEST_LOSS), chart.toY(0)];

/** The curve as far as it is on the chart, up to where it leaves it. */
function pathOf(losses: ArrayLike<number>): string {
  const spell = (theta: number, loss: number) =>
    `${chart.toX(theta).toFixed(1)},${chart.toY(loss).toFixed(1)}`;
  return THETAS.map((theta, k) => {
    const [loss, before] = [losses[k]!, losses[k - 1] ?? Number.POSITIVE_INFINITY];
    const [isIn, wasIn] = [loss <= HIGHEST_LOSS, before <= HIGHEST_LOSS];
    if (!isIn && !wasIn) return '';
    if (isIn && (wasIn || k === 0)) return `${wasIn ? 'L' : 'M'}${spell(theta, loss)}`;
    const share = (HIGHEST_LOSS - before) / (loss - before);
    const edge = spell(theta + (share - 1) * (Math.PI / SAMPLES), HIGHEST_LOSS);
    return wasIn ? `L${edge}` : `M${edge}L${spell(theta, loss)}`;
  }).join('');
}

interface LossCurveProps {
  readonly state: ReadonlySignal<ClassState>;
  readonly quantities: ReadonlySignal<ClassQuantities>;
}

/** What the chosen sample costs at every angle to its class vector, with the margin and without. */
export function LossCurve({ state, quantities }: LossCurveProps) {
  const theta = useComputed(() => quantities.value.theta);
  const loss = useComputed(() => quantities.value.loss);
  const way = useComputed(() => wayOf(state.value, quantities.value));
  const losses = useComputed(() => lossesAlong(state.value, way.value.direction, THETAS));
  const bare = useComputed(() =>
    state.value.kind === 'softmax'
      ? undefined
      : lossesAlong({ ...state.value, kind: 'softmax' }, way.value.direction, THETAS),
  );
  return (
    <svg
      class="chart loss-curve"
      data-drawing
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={useComputed(
        () =>
          `Loss of the ringed sample against its angle θ: ${formatNumber(loss.value)} at ${formatNumber(theta.value)}${tellWay(way.value)}`,
      )}
    >
      <Frame />
      <BoundaryMark way={way} />
      <g class="bare-line">
        <path d={useComputed(() => (bare.value ? pathOf(bare.value) : ''))} />
        {useComputed(() => bare.value && <BareName losses={bare.value} />)}
      </g>
      <g class="loss-line" data-mark="loss">
        <path d={useComputed(() => pathOf(losses.value))} />
      </g>
      <CurveDot chart={useSignal(chart)} x={theta} y={loss} />
    </svg>
  );
}

function tellWay({ boundary, wedge }: Way): string {
  const at = boundary === undefined ? '' : `, the boundary at ${formatNumber(boundary)}`;
  return wedge ? `${at}, the wedge from ${formatNumber(wedge.from)}` : at;
}

const Frame = () => (
  <g class="chart-frame">
    <path class="curve-axis" d={`M${LEFT},${TOP}V${BOTTOM}H${RIGHT}`} />
    {[0, 8, 16, 24].map((value) => (
      <text key={value} class="tick-y" x={LEFT - 8} y={chart.toY(value)} dy="0.3em">
        {value}
      </text>
    ))}
    {[0, 1, 2, 3].map((value) => (
      <text key={value} x={chart.toX(value)} y={BOTTOM + 20}>
        {value}
      </text>
    ))}
    <text class="axis-y" x={0} y={16}>
      loss
    </text>
    <text class="axis-x" x={RIGHT} y={SIZE.height - 6}>
      angle <tspan class="math">θ</tspan> between the ringed sample and its star
    </text>
  </g>
);

/** The boundary on the sample's way; around it the wedge, if there is a margin. */
function BoundaryMark({ way }: { readonly way: ReadonlySignal<Way> }) {
  const place = useComputed(() => chart.toX(way.value.boundary ?? 0));
  const isThere = useComputed(() => (way.value.boundary === undefined ? 'hidden' : 'inherit'));
  const from = useComputed(() => chart.toX(way.value.wedge?.from ?? 0));
  const width = useComputed(() => chart.toX(way.value.wedge?.to ?? 0) - from.value);
  return (
    <g visibility={isThere}>
      <rect
        class="margin-band"
        data-mark="margin"
        x={from}
        y={TOP}
        width={width}
        height={BOTTOM - TOP}
      />
      <line class="boundaries" x1={place} x2={place} y1={TOP} y2={BOTTOM} />
      <text
        class={useComputed(() => (way.value.wedge ? 'mark-label margin-name' : 'mark-label'))}
        x={useComputed(() => Math.min(RIGHT - 30, Math.max(LEFT + 50, place.value)))}
        y={16}
      >
        {useComputed(() => (way.value.wedge ? 'wedge' : 'boundary'))}
      </text>
    </g>
  );
}

/** Beside the curve where it is high; where it never is, under the last third of it. */
function BareName({ losses }: { readonly losses: Float64Array }) {
  const high = losses.findIndex((loss) => loss > 0.75 * HIGHEST_LOSS);
  const x = high < 0 ? RIGHT : chart.toX(THETAS[high]!) + 8;
  const isBeside = x < RIGHT - 80;
  const lowest = Math.min(...losses.slice(-SAMPLES / 3));
  const y = chart.toY(isBeside ? 0.75 * HIGHEST_LOSS : lowest) + (isBeside ? 0 : 24);
  return (
    <text x={isBeside ? x : RIGHT} y={Math.max(TOP, y)} text-anchor={isBeside ? 'start' : 'end'}>
      without <tspan class="math">m</tspan>
    </text>
  );
}
