import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { ChartFrame } from '#kit/charts/ChartFrame.tsx';
import { CurveDot } from '#kit/charts/CurveDot.tsx';
import { createChart, curvePath } from '#kit/charts/chart.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { lossAt, type PairQuantities, type PairState } from './definition.ts';

const chart = createChart({
  size: { width: 480, height: 480 },
  x: { domain: [0, 2.5], label: 'distance d', ticks: 5 },
  y: { domain: [0, 4], label: 'loss', ticks: 4 },
});

const frame = import.meta.env.SSR
  ? (await import('#kit/charts/chartFrame.ts')).renderChartFrame(chart)
  : '';

const SAMPLES = 60;

/** Distances enough for a smooth curve from 0 to `end`, where it may have a kink. */
const distancesTo = (end: number) =>
  Array.from({ length: SAMPLES + 1 }, (_, k) => (k * end) / SAMPLES);

/** Where the name of the curve of similar pairs begins: beyond it, and beyond every margin. */
const SIMILAR = { distance: 2.03, loss: 3.4 } as const;

interface PairCurveProps {
  readonly state: ReadonlySignal<PairState>;
  readonly quantities: ReadonlySignal<PairQuantities>;
}

/** Loss against distance: the branch of similar pairs, that of dissimilar ones, and where this pair is. */
export function PairCurve({ state, quantities }: PairCurveProps) {
  const loss = useComputed(() => quantities.value.loss);
  const dIJ = useComputed(() => quantities.value.dIJ);
  const margin = useComputed(() => state.value.margin);
  const isSimilar = useComputed(() => state.value.y === 1);
  const [, yMax] = chart.y.domain;
  const [, xMax] = chart.x.domain;
  const pull = curvePath(chart, distancesTo(Math.sqrt(yMax)), (d) => lossAt(d, 1, 0));
  const push = useComputed(() => {
    const m = margin.value;
    return curvePath(chart, [...distancesTo(m), xMax], (d) => lossAt(d, 0, m));
  });
  const marginX = useComputed(() => chart.toX(margin.value));

  return (
    <svg
      class="chart"
      data-drawing
      viewBox={`0 0 ${chart.size.width} ${chart.size.height}`}
      role="img"
      aria-label={useComputed(
        () =>
          `Loss against distance, ${isSimilar.value ? 'similar' : 'dissimilar'} pair: ${formatNumber(loss.value)} at ${formatNumber(dIJ.value)}`,
      )}
    >
      <ChartFrame markup={frame} />
      <g class="chart-margin" data-mark="margin">
        <line x1={marginX} x2={marginX} y1={chart.toY(0)} y2={chart.toY(yMax)} />
        <text class="math-label" x={marginX} y={chart.toY(yMax)} dy="-0.4em">
          m
        </text>
      </g>
      <g class="branch branch-pull" data-mark="pull" data-current={isSimilar}>
        <path class="branch-line" d={pull} />
        <text class="mark-label" x={chart.toX(SIMILAR.distance)} y={chart.toY(SIMILAR.loss)}>
          similar
        </text>
      </g>
      <g
        class="branch branch-push"
        data-mark="push"
        data-current={useComputed(() => !isSimilar.value)}
      >
        <path class="branch-line" d={push} />
        <text class="mark-label" x={chart.toX(2.45)} y={chart.toY(0)} dy="-0.7em">
          dissimilar
        </text>
      </g>
      <CurveDot chart={useSignal(chart)} x={dIJ} y={loss} />
    </svg>
  );
}
