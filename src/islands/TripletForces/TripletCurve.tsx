import { type ReadonlySignal, useComputed } from '@preact/signals';
import { ChartFrame } from '#kit/charts/ChartFrame.tsx';
import { CurveDot } from '#kit/charts/CurveDot.tsx';
import { type Chart, createChart, curvePath } from '#kit/charts/chart.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { toPlain, type TripletQuantities, type TripletState } from '#kit/plane/triplet.ts';
import { lossAtDistance, MARGIN_RANGE, plane } from './definition.ts';

const LONGEST = 2 * Math.SQRT2 * plane.extent;

/** Flat enough for the triplet in full to stand below it, beside the plane. */
const SIZE = { width: 480, height: 300 };

/** The chart on one scale: up to the same number as across, since the loss falls by 1 per unit of distance. */
const chartTo = (end: number) =>
  createChart({
    size: SIZE,
    x: { domain: [0, end], label: null, ticks: 3 },
    y: { domain: [0, end], label: 'loss', ticks: 3 },
  });
const widest = chartTo(Math.ceil(LONGEST ** 2 + MARGIN_RANGE.max));
/** From the closest scale to one for whatever the plane can hold. All fill the same area. */
const charts = [chartTo(3), chartTo(9), widest];
const frames = import.meta.env.SSR
  ? charts.map((await import('#kit/charts/chartFrame.ts')).renderChartFrame)
  : charts.map(() => '');

const LEFT = widest.toX(widest.x.domain[0]);
const RIGHT = widest.toX(widest.x.domain[1]);
const BOTTOM = widest.toY(widest.y.domain[0]);
const TOP = widest.toY(widest.y.domain[1]);

/** The closest scale on which the negative and the whole slope have room. */
function chartFor({ dAN, dAP }: TripletQuantities, margin: number): Chart {
  const reach = Math.max(dAN, dAP + margin);
  return charts.find(({ x }) => reach <= x.domain[1]) ?? widest;
}

/** Narrower than this, in pixels, a zone has no room for its name. */
const ROOM_FOR_NAME = 40;

interface TripletCurveProps {
  readonly state: ReadonlySignal<TripletState>;
  readonly quantities: ReadonlySignal<TripletQuantities>;
}

/** Loss against the negative's distance, with the zones that the plane shows as disc and ring. */
export function TripletCurve({ state, quantities }: TripletCurveProps) {
  const loss = useComputed(() => quantities.value.loss);
  const dAP = useComputed(() => quantities.value.dAP);
  const dAN = useComputed(() => quantities.value.dAN);
  const zone = useComputed(() => quantities.value.zone);
  const square = useComputed(() => (state.value.squared ? '²' : ''));
  const end = useComputed(() => dAP.value + state.value.margin);
  const chart = useComputed(() => chartFor(quantities.value, state.value.margin));
  /** Straight from d = 0 to the hinge, and on the axis from there. */
  const curve = useComputed(() =>
    curvePath(chart.value, [0, end.value, chart.value.x.domain[1]], (distance) =>
      lossAtDistance(state.value, toPlain(distance, state.value.squared)),
    ),
  );
  const hardX = useComputed(() => chart.value.toX(dAP.value));
  const easyX = useComputed(() => chart.value.toX(end.value));

  return (
    <svg
      class="chart"
      data-drawing
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={useComputed(
        () =>
          `Loss against the negative's distance: ${formatNumber(loss.value)} at ${formatNumber(dAN.value)}, ${zone.value}`,
      )}
    >
      <Band name="hard" from={useComputed(() => LEFT)} to={hardX} />
      <Band name="semi-hard" from={hardX} to={easyX} />
      <Band name="easy" from={easyX} to={useComputed(() => RIGHT)} />
      {charts.map((scale, k) => (
        <ScaleFrame key={scale.x.domain[1]} scale={scale} chart={chart} markup={frames[k] ?? ''} />
      ))}
      <g class="loss-line" data-mark="loss">
        <path d={curve} />
      </g>
      <text class="axis-label" x={RIGHT} y={SIZE.height - 6}>
        distance <tspan class="math">d</tspan>(<tspan class="math">a, n</tspan>){square}
      </text>
      <CurveDot chart={chart} x={dAN} y={loss} />
    </svg>
  );
}

interface ScaleFrameProps {
  readonly scale: Chart;
  readonly chart: ReadonlySignal<Chart>;
  readonly markup: string;
}

/** The axes of one scale, shown while it is the chart's. */
function ScaleFrame({ scale, chart, markup }: ScaleFrameProps) {
  return <ChartFrame markup={markup} shown={useComputed(() => chart.value === scale)} />;
}

interface BandProps {
  readonly name: 'hard' | 'semi-hard' | 'easy';
  readonly from: ReadonlySignal<number>;
  readonly to: ReadonlySignal<number>;
}

const MARKS = { hard: 'ap', 'semi-hard': 'margin', easy: undefined } as const;

/** One zone as a band of the chart. */
function Band({ name, from, to }: BandProps) {
  const width = useComputed(() => Math.max(0, to.value - from.value));
  return (
    <g class={`band band-${name}`} data-mark={MARKS[name]}>
      <rect x={from} y={TOP} width={width} height={BOTTOM - TOP} />
      <text
        class="zone-name"
        x={useComputed(() => (from.value + to.value) / 2)}
        y={TOP}
        dy="-0.5em"
        visibility={useComputed(() => (width.value > ROOM_FOR_NAME ? 'inherit' : 'hidden'))}
      >
        {name}
      </text>
    </g>
  );
}
