import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '../figure/numberFormat.ts';
import { linePath } from '../plane/svgPath.ts';
import { labelBaseline } from './labelPlace.ts';

/** The width of a chart of steps, in its own units. */
export const WIDTH = 480;
/** More would be finer than a pixel. */
const MOST_VERTICES = 240;

export interface Series {
  /** The series' `data-series`, for its colour and dash, and the term that it belongs to. */
  readonly name: string;
  /** Written at the present value, where more than one series must be told apart. */
  readonly label?: string;
  readonly values: ReadonlySignal<readonly number[]>;
}

/** Where things stand in the chart. Both functions follow the chart's scale as it changes. */
export interface Place {
  /** The step of each series' first value, and which of the values is the present one. */
  readonly first: ReadonlySignal<number>;
  readonly cursor: ReadonlySignal<number>;
  readonly cursorX: ReadonlySignal<number>;
  readonly bottom: number;
  toX(step: number): number;
  /** The height of a value; one off the scale stays at its edge. */
  within(value: number): number;
}

interface SeriesProps {
  readonly place: Place;
  readonly series: Series;
}

const presentOf = ({ values }: Series, { cursor }: Place) => values.value[cursor.value] ?? 0;

/** One quantity over the steps, with a dot at its present value. */
export function SeriesLine({ place, series }: SeriesProps) {
  const path = useComputed(() => {
    const values = series.values.value;
    const stride = Math.ceil(values.length / MOST_VERTICES);
    return linePath(
      values.flatMap((value, k) =>
        k % stride === 0 || k === values.length - 1
          ? [{ x: place.toX(place.first.value + k), y: place.within(value) }]
          : [],
      ),
    );
  });
  return (
    <g class="history-series" data-series={series.name} data-mark={series.name}>
      <path d={path} />
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
export function SeriesLabel({
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
