import { type ReadonlySignal, useComputed } from '@preact/signals';
import { CHART_MARGINS, createChart } from './chart.ts';
import { HistoryAxes } from './HistoryAxes.tsx';
import { type Place, type Series, SeriesLabel, SeriesLine, WIDTH } from './HistorySeries.tsx';

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
