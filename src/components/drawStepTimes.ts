import * as Plot from '@observablehq/plot';
import { told } from './measured.ts';
import { decadesOf } from './plotAxes.ts';
import { type Layout, plotMarkup } from './plotMarkup.ts';
import type { StepTimes } from './stepTimes.ts';

/** From the power of ten below the shortest of all steps to the longest. */
export function domainOf(all: readonly StepTimes[]): [from: number, to: number] {
  const medians = all.flatMap(({ rows }) => rows.map(({ median }) => median));
  return [10 ** Math.floor(Math.log10(Math.min(...medians))), Math.max(...medians)];
}

/** Names to the left of the bars where it is wide, and above them where it is narrow. */
const SHAPES = {
  wide: { width: 680, left: 318, bar: 24, top: 4, insetTop: 4, insetBottom: 4 },
  narrow: { width: 350, left: 1, bar: 40, top: 4, insetTop: 21, insetBottom: 5 },
} as const satisfies Record<Layout, unknown>;
/** Room for the number beside the longest bar, and for the axis below. */
const RIGHT = 64;
const BOTTOM = 26;

type Row = StepTimes['rows'][number];

const barsOf = (rows: readonly Row[], from: number, layout: Layout) => {
  const { insetTop, insetBottom } = SHAPES[layout];
  const bars = (isOurs: boolean) =>
    Plot.barX(
      rows.filter((row) => row.isOurs === isOurs),
      {
        x1: from,
        x2: 'median',
        y: 'what',
        fill: isOurs ? 'var(--ink)' : 'var(--edge)',
        insetTop,
        insetBottom,
      },
    );
  return [bars(false), bars(true)];
};

/** The time of each bar beside it, and its name to the left or above. */
const wordsOf = (rows: readonly Row[], from: number, layout: Layout) => {
  const { bar, insetTop, insetBottom } = SHAPES[layout];
  const words = (isOurs: boolean) => {
    const some = rows.filter((row) => row.isOurs === isOurs);
    const weight = {
      fill: isOurs ? 'var(--ink)' : 'var(--muted)',
      fontWeight: isOurs ? 600 : 400,
    };
    return [
      Plot.text(some, {
        x: 'median',
        y: 'what',
        text: ({ median }) => `${told(median)} ms`,
        textAnchor: 'start',
        dx: 6,
        dy: (insetTop - insetBottom) / 2,
        ...weight,
      }),
      Plot.text(some, {
        x: from,
        y: 'what',
        text: 'what',
        ...(layout === 'wide'
          ? { textAnchor: 'end', dx: -10 }
          : { textAnchor: 'start', dy: 11 - bar / 2 }),
        ...weight,
      }),
    ];
  };
  return [words(false), words(true)];
};

/** A rule at each power of ten, under the bars, and its number below. */
function decadeRules(from: number, to: number) {
  const decades = decadesOf(from, to);
  return {
    rules: Plot.ruleX(decades, { stroke: 'var(--rule)' }),
    axis: Plot.axisX(decades, {
      tickSize: 0,
      label: null,
      tickFormat: (value: number) => (value === from ? `${told(value)} ms` : told(value)),
      fill: 'var(--muted)',
      textAnchor: 'start',
    }),
  };
}

/**
 * Bars on a logarithmic scale, one an engine, with its name and its time, as SVG markup by Observable
 * Plot: drawn at build time, in colours of the theme.
 */
export function drawStepTimes(
  { rows }: StepTimes,
  [from, to]: readonly [number, number],
  layout: Layout,
): string {
  const { left, top } = SHAPES[layout];
  const { rules, axis } = decadeRules(from, to);
  return plotMarkup({
    ...sizeOf({ rows }, layout),
    marginTop: top,
    marginBottom: BOTTOM,
    marginLeft: left,
    marginRight: RIGHT,
    x: { type: 'log', domain: [from, to] },
    y: { type: 'band', domain: rows.map(({ what }) => what), padding: 0, axis: null },
    marks: [rules, ...barsOf(rows, from, layout), ...wordsOf(rows, from, layout), axis],
  });
}

export const sizeOf = ({ rows }: Pick<StepTimes, 'rows'>, layout: Layout) => ({
  width: SHAPES[layout].width,
  height: SHAPES[layout].top + rows.length * SHAPES[layout].bar + BOTTOM,
});
