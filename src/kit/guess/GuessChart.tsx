import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import type { CurvePoint } from '../charts/curve.ts';
import { formatNumber } from '../figure/numberFormat.ts';
import { DraggablePoints, type Handle } from '../plane/DraggablePoints.tsx';
import { linePath } from '../plane/svgPath.ts';
import {
  BOTTOM,
  chartPlane,
  GUESS_CHART,
  type GuessAxes,
  type GuessScales,
  guessScales,
} from './guessChart.ts';
import type { GuessHandle } from './useGuess.ts';
import { useTakeFocus } from './useTakeFocus.ts';

/** One curve of a guess. */
interface GuessSeries {
  /** For its colour, on `data-series`. */
  readonly name: string;
  /** What it is called, in the drawing where there are several, and by a screen reader. */
  readonly label: string;
  /** The value at each of the axes' steps. */
  readonly values: Signal<readonly number[]>;
  /** What the figure did, as far as it has come. */
  readonly truth: ReadonlySignal<readonly CurvePoint[]>;
}

interface GuessChartProps {
  readonly guess: GuessHandle;
  readonly ready: ReadonlySignal<boolean>;
  readonly axes: ReadonlySignal<GuessAxes>;
  readonly series: readonly GuessSeries[];
}

const { width, height } = GUESS_CHART;

const pathOf = ({ toX, toY }: GuessScales, points: readonly CurvePoint[]): string =>
  linePath(points.map(({ step, value }) => ({ x: toX(step), y: toY(value) })));

/** Curves that the reader draws by a few dots; then over them the ones that came. */
export function GuessChart({ guess, ready, axes, series }: GuessChartProps) {
  const scales = useComputed(() => guessScales(axes.value));
  const isOpen = useComputed(() => guess.phase.value === 'open');
  const several = series.length > 1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG drawing is no fieldset.
    <svg
      class="chart guess-chart"
      data-drawing
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={`Your guess: ${axes.value.y.label} over the steps`}
    >
      <GuessFrame axes={axes} scales={scales} />
      {series.map(({ name, label, values, truth }, index) => (
        <g key={name} class="guess-series" data-series={name}>
          <path class="guess-truth" d={useComputed(() => pathOf(scales.value, truth.value))} />
          <path
            class="guess-drawn"
            d={useComputed(() =>
              pathOf(
                scales.value,
                axes.value.steps.map((step, k) => ({ step, value: values.value[k] ?? 0 })),
              ),
            )}
          />
          {several && (
            <text
              class="mark-label guess-series-name"
              x={width - 18}
              y={useComputed(() => scales.value.toY(values.value.at(-1) ?? 0))}
              dy={index === 0 ? '1.7em' : '-1em'}
            >
              {label}
            </text>
          )}
        </g>
      ))}
      {isOpen.value && <Dots {...{ guess, ready, axes, series }} scales={scales} />}
    </svg>
  );
}

interface ScaledProps {
  readonly axes: ReadonlySignal<GuessAxes>;
  readonly scales: ReadonlySignal<GuessScales>;
}

function GuessFrame({ axes, scales }: ScaledProps) {
  const { toX, toY, ticks } = scales.value;
  const { steps, y } = axes.value;
  const [left, right] = [toX(steps[0] ?? 0), toX(steps.at(-1) ?? 0)];
  return (
    <g class="chart-frame">
      <line class="axis" x1={left} x2={right} y1={BOTTOM} y2={BOTTOM} />
      {ticks.x.map((step) => {
        const isLast = step === steps.at(-1);
        return (
          <text
            key={`x${step}`}
            class={isLast ? 'tick-end' : 'tick-x'}
            x={isLast ? width : toX(step)}
            y={BOTTOM + 18}
          >
            {step.toLocaleString('en')}
          </text>
        );
      })}
      {ticks.y.map((value) => (
        <g key={`y${value}`}>
          <line class="grid" x1={left} x2={right} y1={toY(value)} y2={toY(value)} />
          <text class="tick-y" x={left - 8} y={toY(value)} dy="0.32em">
            {Number(value.toPrecision(3))}
          </text>
        </g>
      ))}
      <text class="axis-x" x={width - 12} y={height - 6}>
        steps
      </text>
      <text class="axis-y" x={0} y={14}>
        {y.label}
      </text>
    </g>
  );
}

/** The dots of all curves, of which the nearest is taken. */
function Dots({ ready, axes, series, scales }: GuessChartProps & ScaledProps) {
  const part = useTakeFocus<SVGGElement>();
  /** Beside a dot nothing is written: the axes say what it is. */
  const letterOffset = useSignal({ x: 0, y: 0 });
  const { steps, isStartKnown } = axes.peek();
  const known = isStartKnown ? 1 : 0;
  const handles = series.flatMap(({ name, label, values }) =>
    steps.slice(known).map((step, index): Handle => {
      const k = index + known;
      const valueAt = () => values.value[k] ?? 0;
      const position = useComputed(() => ({
        x: scales.value.toX(step),
        y: height - scales.value.toY(valueAt()),
      }));
      const {
        domain: [min, max],
        format = formatNumber,
      } = axes.peek().y;
      return {
        name: `guess-${name}-${step}`,
        letter: '',
        label: `Your guess at ${label} after ${step} steps`,
        home: position.peek(),
        position,
        letterOffset,
        value: { min, max, now: valueAt, text: () => format(valueAt()) },
        move({ y }) {
          values.value = values.value.with(k, scales.value.toValue(height - y));
        },
      };
    }),
  );
  return (
    <g class="guess-dots" ref={part}>
      <DraggablePoints plane={chartPlane} handles={handles} ready={ready} />
    </g>
  );
}
