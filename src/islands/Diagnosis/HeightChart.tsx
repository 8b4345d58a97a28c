import { type ReadonlySignal, useComputed } from '@preact/signals';
import { spreadOut } from '#kit/charts/spreadOut.ts';
import { niceTicks } from '#kit/charts/ticks.ts';
import { heights } from '#metric/diagnosis/heights/registry.ts';
import type { Found } from '#metric/diagnosis/diagnose.ts';
import { toldHeight } from '#metric/diagnosis/numbers.ts';
import type { DeskQuantities } from './definition.ts';

const SIZE = { width: 460, height: 270 } as const;
const PLOT = { left: 44, right: 226, top: 20, bottom: 256 } as const;
/** Between two names, and the most of them that have room. */
const GAP = 24;
const MOST = 8;
/** So many letters of a name have room beside the plot. */
const LONGEST = 22;

interface Shown {
  readonly top: number;
  readonly value: number;
  readonly places: readonly Found[];
}

const formulaOf = new Map([...heights.values()].map(({ name, formula }) => [name, formula]));

const distanceTo = (value: number) => (place: Found) => Math.abs(place.value - value);

/** The heights worth drawing beside a value: those that it fits, and the nearest. */
function shownOf({ observation, diagnosis }: DeskQuantities): Shown | undefined {
  if (!observation || !diagnosis || Number.isNaN(observation.reading.value)) return undefined;
  const { value } = observation.reading;
  const away = distanceTo(value);
  const places = diagnosis.places
    .filter((place) => place.value > 0)
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, MOST);
  const highest = Math.max(value, ...places.map((place) => place.band?.[1] ?? place.value));
  return { top: 1.15 * (highest || 1), value, places };
}

interface HeightChartProps {
  readonly quantities: ReadonlySignal<DeskQuantities>;
}

/** The loss as the flat line that it is, among the heights at which it could stand. */
export function HeightChart({ quantities }: HeightChartProps) {
  const shown = useComputed(() => shownOf(quantities.value));
  const label = useComputed(() => {
    const { diagnosis } = quantities.value;
    return diagnosis ? `The value among known heights. ${diagnosis.verdict}` : 'No value to draw';
  });
  return (
    <svg
      class="chart"
      data-drawing
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={label}
    >
      {useComputed(() =>
        shown.value ? (
          <Lines {...shown.value} />
        ) : (
          <text class="remark" x={SIZE.width / 2} y={SIZE.height / 2}>
            {quantities.value.observation
              ? 'NaN stands at no height'
              : 'Enter a value, to see it among known heights'}
          </text>
        ),
      )}
    </svg>
  );
}

function Lines({ top, value, places }: Shown) {
  const toY = (height: number) => PLOT.bottom - (height / top) * (PLOT.bottom - PLOT.top);
  const names = spreadOut(
    places.map((place) => toY(place.value)),
    GAP,
    PLOT.bottom,
  );
  return (
    <>
      <g class="height-axis">
        <path d={`M${PLOT.left},${PLOT.top}V${PLOT.bottom}H${PLOT.right}`} />
        {niceTicks(0, top, 4).map((tick) => (
          <text key={tick} x={PLOT.left - 8} y={toY(tick)} dy="0.35em">
            {tick}
          </text>
        ))}
      </g>
      {places.map((place, index) => (
        <HeightLine key={`${place.name} ${place.value}`} {...{ place, toY }} end={names[index]!} />
      ))}
      <g class="loss-line">
        <path d={`M${PLOT.left},${toY(value)}H${PLOT.right}`} />
        <text x={(PLOT.left + PLOT.right) / 2} y={toY(value) - 8}>
          your loss
        </text>
      </g>
    </>
  );
}

/** A height's formula, with what it comes to where both have room. */
function nameOf({ name, value, band }: Found): string {
  const formula = formulaOf.get(name) ?? '';
  const both = `${formula} = ${toldHeight(value)}`;
  return band || formula.includes('=') || both.length > LONGEST ? formula : both;
}

interface HeightLineProps {
  readonly place: Found;
  readonly toY: (height: number) => number;
  /** The height at which there is room for its name. */
  readonly end: number;
}

/** A height, or the band of one, with its formula; the ones that the value fits stand out. */
function HeightLine({ place, toY, end }: HeightLineProps) {
  const { name, value, band, fit } = place;
  const y = toY(value);
  return (
    <g class="height" data-fit={fit} data-height={name}>
      {band ? (
        <rect
          x={PLOT.left}
          width={PLOT.right - PLOT.left}
          y={toY(band[1])}
          height={toY(band[0]) - toY(band[1])}
        />
      ) : (
        <path class="height-line" d={`M${PLOT.left},${y}H${PLOT.right}`} />
      )}
      <path class="height-lead" d={`M${PLOT.right + 3},${y}L${PLOT.right + 17},${end}`} />
      <text x={PLOT.right + 22} y={end} dy="0.35em">
        {nameOf(place)}
      </text>
    </g>
  );
}
