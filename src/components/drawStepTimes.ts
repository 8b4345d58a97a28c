import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { told } from './measured.ts';
import type { StepTimes } from './stepTimes.ts';

/** From the power of ten below the shortest of all steps to the longest. */
export function domainOf(all: readonly StepTimes[]): [from: number, to: number] {
  const medians = all.flatMap(({ rows }) => rows.map(({ median }) => median));
  return [10 ** Math.floor(Math.log10(Math.min(...medians))), Math.max(...medians)];
}

/** Wide: names to the left of the bars. Narrow: above them. */
export type Layout = 'wide' | 'narrow';

const SHAPES = {
  wide: { width: 680, left: 318, bar: 24, top: 4, insetTop: 4, insetBottom: 4 },
  narrow: { width: 350, left: 1, bar: 40, top: 4, insetTop: 21, insetBottom: 5 },
} as const satisfies Record<Layout, unknown>;
/** Room for the number beside the longest bar, and for the axis below. */
const RIGHT = 64;
const BOTTOM = 26;

/**
 * Bars on a logarithmic scale, one an engine, with its name and its time, as SVG markup by Observable
 * Plot: drawn at build time, in colours of the theme.
 */
export function drawStepTimes(
  { rows }: StepTimes,
  [from, to]: readonly [number, number],
  layout: Layout,
): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const { width, left, bar, top, insetTop, insetBottom } = SHAPES[layout];
  const decades = Array.from(
    { length: Math.floor(Math.log10(to / from)) + 1 },
    (_, power) => from * 10 ** power,
  );
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
  const below = (insetTop - insetBottom) / 2;
  const weight = (isOurs: boolean) => ({
    fill: isOurs ? 'var(--ink)' : 'var(--muted)',
    fontWeight: isOurs ? 600 : 400,
  });
  const words = (isOurs: boolean) => {
    const some = rows.filter((row) => row.isOurs === isOurs);
    return [
      Plot.text(some, {
        x: 'median',
        y: 'what',
        text: ({ median }) => `${told(median)} ms`,
        textAnchor: 'start',
        dx: 6,
        dy: below,
        ...weight(isOurs),
      }),
      Plot.text(some, {
        x: from,
        y: 'what',
        text: 'what',
        ...(layout === 'wide'
          ? { textAnchor: 'end', dx: -10 }
          : { textAnchor: 'start', dy: 11 - bar / 2 }),
        ...weight(isOurs),
      }),
    ];
  };
  const plot = Plot.plot({
    document,
    width,
    height: top + rows.length * bar + BOTTOM,
    marginTop: top,
    marginBottom: BOTTOM,
    marginLeft: left,
    marginRight: RIGHT,
    x: { type: 'log', domain: [from, to] },
    y: { type: 'band', domain: rows.map(({ what }) => what), padding: 0, axis: null },
    marks: [
      Plot.ruleX(decades, { stroke: 'var(--rule)' }),
      bars(false),
      bars(true),
      words(false),
      words(true),
      Plot.axisX(decades, {
        tickSize: 0,
        label: null,
        tickFormat: (value: number) => (value === from ? `${told(value)} ms` : told(value)),
        fill: 'var(--muted)',
        textAnchor: 'start',
      }),
    ],
  });
  plot.querySelector('style')?.remove();
  // Plot names its marks "bar" and the like: what they say stands in the label of the whole.
  for (const part of plot.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return plot.innerHTML;
}

export const sizeOf = ({ rows }: StepTimes, layout: Layout) => ({
  width: SHAPES[layout].width,
  height: SHAPES[layout].top + rows.length * SHAPES[layout].bar + BOTTOM,
});
