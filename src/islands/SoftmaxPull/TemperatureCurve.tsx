import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { CurveDot } from '#kit/charts/CurveDot.tsx';
import { CHART_MARGINS, createChart, curvePath } from '#kit/charts/chart.ts';
import { decades, logShare } from '#kit/charts/logScale.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { shownTemperature, type SoftmaxQuantities, type SoftmaxState } from './definition.ts';
import { lossAt } from './pull.ts';

const SIZE = { width: 480, height: 264 } as const;
const TEMPERATURES = [0.01, 10] as const;
const HIGHEST_LOSS = 3;
const SAMPLES = 120;

const evenly = createChart({
  size: SIZE,
  x: { domain: TEMPERATURES, label: null, ticks: 4 },
  y: { domain: [0, HIGHEST_LOSS], label: null, ticks: 3 },
});
const [LEFT, RIGHT] = [CHART_MARGINS.left, SIZE.width - CHART_MARGINS.right];
const BOTTOM = evenly.toY(0);
const chart = {
  ...evenly,
  toX: (temperature: number) => LEFT + (RIGHT - LEFT) * logShare(temperature, TEMPERATURES),
};
const [coldest, hottest] = TEMPERATURES;
const samples = Array.from(
  { length: SAMPLES + 1 },
  (_, k) => coldest * (hottest / coldest) ** (k / SAMPLES),
);

interface TemperatureCurveProps {
  readonly state: ReadonlySignal<SoftmaxState>;
  readonly quantities: ReadonlySignal<SoftmaxQuantities>;
}

/** The loss at every temperature, where this one is, and what all weights alike would cost. */
export function TemperatureCurve({ state, quantities }: TemperatureCurveProps) {
  const temperature = useComputed(() => shownTemperature(state.value));
  const loss = useComputed(() => quantities.value.pull.loss);
  const curve = useComputed(() => {
    const at = (t: number) => lossAt(state.value, t);
    const within = samples.filter((t) => at(t) <= HIGHEST_LOSS);
    return curvePath(chart, within, at);
  });
  const rivals = useComputed(() => quantities.value.pull.others.length);
  const level = useComputed(() => chart.toY(Math.log(rivals.value)));
  const isHinge = useComputed(() => state.value.kind === 'hardest');
  return (
    <svg
      class="chart temperature-curve"
      data-drawing
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={useComputed(() =>
        isHinge.value
          ? `The loss, ${formatNumber(loss.value)}, takes no temperature`
          : `Loss against temperature: ${formatNumber(loss.value)} at ${formatNumber(temperature.value)}`,
      )}
    >
      <g class="chart-frame">
        <path class="curve-axis" d={`M${LEFT},${chart.toY(HIGHEST_LOSS)}V${BOTTOM}H${RIGHT}`} />
        {[0, 1, 2, 3].map((value) => (
          <text key={value} class="tick-y" x={LEFT - 8} y={chart.toY(value)} dy="0.3em">
            {value}
          </text>
        ))}
        {decades(TEMPERATURES).map((value) => (
          <text key={value} x={chart.toX(value)} y={BOTTOM + 20}>
            {value}
          </text>
        ))}
        <text class="axis-y" x={0} y={16}>
          loss
        </text>
      </g>
      <text class="axis-label" x={RIGHT} y={SIZE.height - 6}>
        temperature <tspan class="math">T</tspan>
      </text>
      <g class="alike" visibility={useComputed(() => (isHinge.value ? 'hidden' : 'inherit'))}>
        <line x1={LEFT} x2={RIGHT} y1={level} y2={level} />
        <text x={LEFT + 6} y={level} dy="-0.4em">
          all alike: ln {rivals}
        </text>
      </g>
      <g class="loss-line" data-mark="loss">
        <path d={curve} />
      </g>
      <g visibility={useComputed(() => (isHinge.value ? 'hidden' : 'inherit'))}>
        <CurveDot chart={useSignal(chart)} x={temperature} y={loss} />
      </g>
    </svg>
  );
}
