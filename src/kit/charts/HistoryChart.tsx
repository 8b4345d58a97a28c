import { type ReadonlySignal, useComputed } from '@preact/signals';
import { CHART_MARGINS, createChart } from './chart.ts';
import { formatNumber } from '../figure/numberFormat.ts';
import { HistoryAxes } from './HistoryAxes.tsx';
import { labelBaseline } from './labelPlace.ts';

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
  const place: Place = {
    first,
    cursor,
    cursorX,
    bottom,
    toX: (step) => chart.value.toX(step),
    within: (value) => Math.max(CHART_MARGINS.top, Math.min(bottom, chart.value.toY(value))),
  };
  return (
    <svg
      class="chart history"
      data-drawing
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={label}
    >
      <HistoryAxes chart={chart} bottom={bottom} />
      {reference && <Reference place={place} {...reference} />}
      {events && <Events place={place} events={events} />}
      <line class="history-cursor" x1={cursorX} x2={cursorX} y1={CHART_MARGINS.top} y2={bottom} />
      {series.map((one) => (
        <SeriesLine key={one.name} place={place} series={one} />
      ))}
      {/* Over all the lines, so that none of them strikes a label through. */}
      {series.map(
        (one) =>
          one.label && <SeriesLabel key={one.name} place={place} series={one} among={series} />,
      )}
    </svg>
  );
}

/** Where things stand in the chart. Both functions follow the chart's scale as it changes. */
interface Place extends Pick<HistoryChartProps, 'first' | 'cursor'> {
  readonly cursorX: ReadonlySignal<number>;
  readonly bottom: number;
  toX(step: number): number;
  /** The height of a value; one off the scale stays at its edge. */
  within(value: number): number;
}

interface ReferenceProps extends NonNullable<HistoryChartProps['reference']> {
  readonly place: Place;
}

function Reference({ place, label, value }: ReferenceProps) {
  const y = useComputed(() => place.within(value.value));
  const end = WIDTH - CHART_MARGINS.right;
  return (
    <g class="history-reference" data-mark="margin">
      <line x1={CHART_MARGINS.left} x2={end} y1={y} y2={y} />
      <text class="mark-label" x={end} y={y} dy="-0.4em">
        {label}
      </text>
    </g>
  );
}

interface SeriesProps {
  readonly place: Place;
  readonly series: Series;
}

const presentOf = ({ values }: Series, { cursor }: Place) => values.value[cursor.value] ?? 0;

/** One quantity over the steps, with a dot at its present value. */
function SeriesLine({ place, series }: SeriesProps) {
  const path = useComputed(() => {
    const values = series.values.value;
    const stride = Math.ceil(values.length / MOST_VERTICES);
    return values
      .flatMap((value, k) =>
        k % stride === 0 || k === values.length - 1
          ? [`${place.toX(place.first.value + k).toFixed(1)},${place.within(value).toFixed(1)}`]
          : [],
      )
      .join('L');
  });
  return (
    <g class="history-series" data-series={series.name} data-mark={series.name}>
      <path d={useComputed(() => path.value && `M${path.value}`)} />
      <circle
        cx={place.cursorX}
        cy={useComputed(() => place.within(presentOf(series, place)))}
        r={5}
      />
    </g>
  );
}

/** Two names closer than that would touch. */
const NAME_ROOM = 40;
/** A letter of a label, about, in the chart's pixels. */
const LETTER_WIDTH = 8;

/** The heights of a curve between two places of the chart. */
function heightsAlong({ values }: Series, place: Place, a: number, b: number): number[] {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  return values.value.flatMap((value, k) => {
    const x = place.toX(place.first.value + k);
    return x >= from && x <= to ? [place.within(value)] : [];
  });
}

/** The name of a quantity at its present value, on the side where the curves leave it room. */
function SeriesLabel({
  place,
  series,
  among,
}: SeriesProps & { readonly among: readonly Series[] }) {
  const present = useComputed(() => presentOf(series, place));
  const own = among.indexOf(series);
  const isLowest = useComputed(() =>
    among.some((other, index) => {
      const difference = presentOf(other, place) - present.value;
      return difference > 0 || (difference === 0 && index < own);
    }),
  );
  /** Another name is so near that each takes a side of its own. */
  const isCrowded = useComputed(() =>
    among.some(
      (other) =>
        other !== series &&
        Math.abs(place.within(presentOf(other, place)) - place.within(present.value)) < NAME_ROOM,
    ),
  );
  const isAtEnd = useComputed(() => place.cursorX.value > WIDTH * 0.7);
  const text = useComputed(() => `${series.label} ${formatNumber(present.value)}`);
  const y = useComputed(() => {
    const from = place.cursorX.value;
    const reach = LETTER_WIDTH * text.value.length * (isAtEnd.value ? -1 : 1);
    return labelBaseline(place.within(present.value), {
      heights: isCrowded.value
        ? []
        : among.flatMap((one) => heightsAlong(one, place, from, from + reach)),
      preferBelow: isLowest.value,
      bottom: place.bottom,
    });
  });
  return (
    <g class="history-series" data-series={series.name} data-mark={series.name}>
      <text
        class="mark-label"
        data-end={isAtEnd}
        x={useComputed(() => place.cursorX.value + (isAtEnd.value ? -10 : 10))}
        y={y}
      >
        {text}
      </text>
    </g>
  );
}

interface EventsProps {
  readonly place: Place;
  readonly events: NonNullable<HistoryChartProps['events']>;
}

/** Where something changed, with its name. */
function Events({ place, events }: EventsProps) {
  return (
    <>
      {events.value.map(({ index, label }) => {
        const x = place.toX(place.first.value + index);
        return (
          <g key={index} class="history-event">
            <line x1={x} x2={x} y1={CHART_MARGINS.top} y2={place.bottom} />
            <text class="mark-label" x={x + 4} y={CHART_MARGINS.top} dy="0.7em">
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
}
