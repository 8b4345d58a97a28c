import { type ReadonlySignal, useComputed } from '@preact/signals';
import { CHART_MARGINS, createChart } from './chart.ts';
import { formatNumber } from '../figure/numberFormat.ts';
import { niceTicks } from './ticks.ts';

export interface Series {
  /** The series' `data-series`, for its colour and dash, and the term that it belongs to. */
  readonly name: string;
  /** Written at the present value, where more than one series must be told apart. */
  readonly label?: string;
  readonly values: ReadonlySignal<readonly number[]>;
}

interface HistoryChartProps {
  readonly height: number;
  /** What a screen reader is told of the chart. */
  readonly label: ReadonlySignal<string>;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
  /** The step of each series' first value, and the number of steps that the chart has room for. */
  readonly first: ReadonlySignal<number>;
  readonly span: ReadonlySignal<number>;
  readonly yMax: ReadonlySignal<number>;
  /** Which of the values is the present one. */
  readonly cursor: ReadonlySignal<number>;
  /** Where something changed: the place among the values, and its name. */
  readonly events?: ReadonlySignal<readonly { readonly index: number; readonly label: string }[]>;
  /** A level worth comparing with. */
  readonly reference?: { readonly label: string; readonly value: ReadonlySignal<number> };
}

const WIDTH = 480;
/** More would be finer than a pixel. */
const MOST_VERTICES = 240;

/** Quantities over the steps of a descent, with a mark at the present step. */
export function HistoryChart(props: HistoryChartProps) {
  const { height, label, xLabel, yLabel, series, first, span, yMax, cursor, events, reference } =
    props;
  const chart = useComputed(() =>
    createChart({
      size: { width: WIDTH, height },
      x: { domain: [first.value, first.value + span.value], label: xLabel, ticks: 5 },
      y: { domain: [0, yMax.value], label: yLabel, ticks: 4 },
    }),
  );
  const bottom = height - CHART_MARGINS.bottom;
  const cursorX = useComputed(() => chart.value.toX(first.value + cursor.value));
  const within = (value: number) =>
    Math.max(CHART_MARGINS.top, Math.min(bottom, chart.value.toY(value)));
  const pathOf = (values: readonly number[]) => {
    const stride = Math.ceil(values.length / MOST_VERTICES);
    const kept = values.flatMap((value, k) =>
      k % stride === 0 || k === values.length - 1 ? [{ k, value }] : [],
    );
    return kept
      .map(({ k, value }, n) => {
        const x = chart.value.toX(first.value + k).toFixed(1);
        return `${n ? 'L' : 'M'}${x},${within(value).toFixed(1)}`;
      })
      .join('');
  };
  const referenceY = useComputed(() => within(reference?.value.value ?? 0));

  return (
    <svg
      class="chart history"
      data-drawing
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={label}
    >
      <Axes chart={chart} bottom={bottom} />
      {reference && (
        <g class="history-reference" data-mark="margin">
          <line
            x1={CHART_MARGINS.left}
            x2={WIDTH - CHART_MARGINS.right}
            y1={referenceY}
            y2={referenceY}
          />
          <text class="mark-label" x={WIDTH - CHART_MARGINS.right} y={referenceY} dy="-0.4em">
            {reference.label}
          </text>
        </g>
      )}
      {events && <Events chart={chart} first={first} bottom={bottom} events={events} />}
      <line class="history-cursor" x1={cursorX} x2={cursorX} y1={CHART_MARGINS.top} y2={bottom} />
      {series.map(({ name, values }) => (
        <g key={name} class="history-series" data-series={name} data-mark={name}>
          <path d={useComputed(() => pathOf(values.value))} />
          <circle
            cx={cursorX}
            cy={useComputed(() => within(values.value[cursor.value] ?? 0))}
            r={5}
          />
        </g>
      ))}
      {/* Over all the lines, so that none of them strikes a label through. */}
      {series.map(({ name, label: text, values }) => {
        if (!text) return null;
        const present = useComputed(() => values.value[cursor.value] ?? 0);
        const isLowest = useComputed(() =>
          series.some((other) => (other.values.value[cursor.value] ?? 0) > present.value),
        );
        const labelY = useComputed(() => {
          const at = within(present.value);
          return isLowest.value && at < bottom - 30 ? at + 22 : at - 10;
        });
        return (
          <g key={name} class="history-series" data-series={name} data-mark={name}>
            <text
              class="mark-label"
              data-end={useComputed(() => cursorX.value > WIDTH * 0.7)}
              x={useComputed(() => cursorX.value + (cursorX.value > WIDTH * 0.7 ? -10 : 10))}
              y={labelY}
            >
              {useComputed(() => `${text} ${formatNumber(present.value)}`)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

interface AxesProps {
  readonly chart: ReadonlySignal<ReturnType<typeof createChart>>;
  readonly bottom: number;
}

/** The axes, drawn anew only when their range changes. */
function Axes({ chart, bottom }: AxesProps) {
  const { x, y, toX, toY, size } = chart.value;
  const { left, right, top } = CHART_MARGINS;
  return (
    <g class="chart-frame">
      <line class="axis" x1={left} x2={size.width - right} y1={bottom} y2={bottom} />
      <line class="axis" x1={left} x2={left} y1={top} y2={bottom} />
      {niceTicks(...x.domain, x.ticks).map((value) => (
        <g key={`x${value}`}>
          <line class="axis" x1={toX(value)} x2={toX(value)} y1={bottom} y2={bottom + 4} />
          <text class="tick-x" x={toX(value)} y={bottom + 18}>
            {value}
          </text>
        </g>
      ))}
      {niceTicks(...y.domain, y.ticks).map((value) => (
        <g key={`y${value}`}>
          <line class="axis" x1={left - 4} x2={left} y1={toY(value)} y2={toY(value)} />
          <text class="tick-y" x={left - 8} y={toY(value)} dy="0.32em">
            {value}
          </text>
        </g>
      ))}
      <text class="axis-x" x={size.width - right} y={size.height - 6}>
        {x.label}
      </text>
      <text class="axis-y" x={0} y={14}>
        {y.label}
      </text>
    </g>
  );
}

type EventsProps = Pick<AxesProps, 'chart' | 'bottom'> &
  Pick<HistoryChartProps, 'first'> & { readonly events: NonNullable<HistoryChartProps['events']> };

/** Where something changed, with its name. */
function Events({ chart, first, bottom, events }: EventsProps) {
  return (
    <>
      {events.value.map(({ index, label }) => {
        const x = chart.value.toX(first.value + index);
        return (
          <g key={index} class="history-event">
            <line x1={x} x2={x} y1={CHART_MARGINS.top} y2={bottom} />
            <text class="mark-label" x={x + 4} y={CHART_MARGINS.top} dy="0.7em">
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
}
