import { type ReadonlySignal, useComputed } from '@preact/signals';
import { ChartFrame } from '../../figures/ChartFrame.tsx';
import { CurveDot } from '../../figures/CurveDot.tsx';
import { createChart, curvePath } from '../../figures/chart.ts';
import { formatNumber } from '../../figures/numberFormat.ts';
import { Quantity } from '../../figures/Quantity.tsx';
import { lossAtDistance, type TripletQuantities, type TripletState, toPlain } from './model.ts';

const chart = createChart({
  size: { width: 480, height: 480 },
  x: { domain: [0, 3], label: null, ticks: 3 },
  y: { domain: [0, 3], label: 'loss', ticks: 3 },
});

const frame = import.meta.env.SSR
  ? (await import('../../figures/chartFrame.ts')).renderChartFrame(chart)
  : '';

const [, xMax] = chart.x.domain;
const [, yMax] = chart.y.domain;
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
  /** Straight from d = 0 to the hinge, and on the axis from there. */
  const curve = useComputed(() =>
    curvePath(chart, [0, end.value, Math.max(end.value, xMax)], (distance) =>
      lossAtDistance(state.value, toPlain(distance, state.value.squared)),
    ),
  );
  const within = (value: number) => chart.toX(Math.min(value, xMax));
  const left = chart.toX(0);
  const hardX = useComputed(() => within(dAP.value));
  const easyX = useComputed(() => within(end.value));

  return (
    <>
      <p class="read-outs">
        <Quantity label="loss" name="loss" value={loss} />
        <Quantity label={<>d(a, p){square}</>} name="dAP" value={dAP} />
        <Quantity label={<>d(a, n){square}</>} name="dAN" value={dAN} />
        <Quantity label="the negative is" name="zone" value={zone} />
      </p>
      <svg
        class="chart"
        data-drawing
        viewBox={`0 0 ${chart.size.width} ${chart.size.height}`}
        role="img"
        aria-label={useComputed(
          () =>
            `Loss against the negative's distance: ${formatNumber(loss.value)} at ${formatNumber(dAN.value)}, ${zone.value}`,
        )}
      >
        <clipPath id="triplet-chart-area">
          <rect
            x={left}
            y={chart.toY(yMax)}
            width={chart.toX(xMax) - left}
            height={chart.toY(0) - chart.toY(yMax) + 3}
          />
        </clipPath>
        <Band name="hard" from={useComputed(() => left)} to={hardX} />
        <Band name="semi-hard" from={hardX} to={easyX} />
        <Band name="easy" from={easyX} to={useComputed(() => chart.toX(xMax))} />
        <ChartFrame markup={frame} />
        <g class="loss-line" data-mark="loss">
          <path clip-path="url(#triplet-chart-area)" d={curve} />
        </g>
        <text class="axis-label" x={chart.toX(xMax)} y={chart.size.height - 6}>
          {useComputed(() => `distance d(a, n)${square.value}`)}
        </text>
        <CurveDot chart={chart} x={dAN} y={loss} />
      </svg>
    </>
  );
}

interface BandProps {
  readonly name: 'hard' | 'semi-hard' | 'easy';
  readonly from: ReadonlySignal<number>;
  readonly to: ReadonlySignal<number>;
}

const MARKS = { hard: 'ap', 'semi-hard': 'margin', easy: undefined } as const;

/** One zone as a band of the chart. */
function Band({ name, from, to }: BandProps) {
  const top = chart.toY(yMax);
  const width = useComputed(() => Math.max(0, to.value - from.value));
  return (
    <g class={`band band-${name}`} data-mark={MARKS[name]}>
      <rect x={from} y={top} width={width} height={chart.toY(0) - top} />
      <text
        class="zone-name"
        x={useComputed(() => (from.value + to.value) / 2)}
        y={top}
        dy="-0.5em"
        visibility={useComputed(() => (width.value > ROOM_FOR_NAME ? 'inherit' : 'hidden'))}
      >
        {name}
      </text>
    </g>
  );
}
