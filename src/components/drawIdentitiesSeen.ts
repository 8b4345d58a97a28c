import * as Plot from '@observablehq/plot';
import type { IdentitiesSeen, Seen } from './identitiesSeen.ts';
import { countAxis } from './plotAxes.ts';
import { type Layout, plotMarkup } from './plotMarkup.ts';

const SHAPES = {
  wide: { width: 680, height: 300 },
  narrow: { width: 350, height: 300 },
} as const satisfies Record<Layout, unknown>;
const MARGINS = { marginTop: 24, marginRight: 8, marginBottom: 50, marginLeft: 44 };

/** Beside a number of people, so that the bars of two series do not cover one another. */
const BESIDE = 4;

interface Look {
  readonly dx: number;
  readonly stroke: string;
  readonly fill: string;
  readonly dash: string;
}

const EACH: Look = { dx: -BESIDE, stroke: 'var(--ink)', fill: 'var(--ink)', dash: 'none' };
const IN_ALL: Look = { dx: BESIDE, stroke: 'var(--muted)', fill: 'var(--paper)', dash: '4 3' };

/** Medians joined by a line, and a bar from the least to the most of the seeds. */
const seriesOf = (seen: readonly Seen[], { dx, stroke, fill, dash }: Look) => [
  Plot.line(seen, { x: 'people', y: 'median', dx, stroke, strokeDasharray: dash }),
  Plot.ruleX(seen, { x: 'people', y1: 'least', y2: 'most', dx, stroke, strokeWidth: 3 }),
  Plot.dot(seen, { x: 'people', y: 'median', dx, stroke, fill, r: 4 }),
];

const toTheRight = { dx: 14, textAnchor: 'start' } as const;

const medians = (seen: readonly Seen[], { dx, stroke }: Look) =>
  Plot.text(seen, {
    x: 'people',
    y: 'most',
    text: ({ median }: Seen) => median.toFixed(1),
    dx,
    dy: -11,
    fill: stroke,
  });

/** The median of each number of people, and what either line stands for. */
const wordsOf = ({ each, inAll, pixels }: IdentitiesSeen) => [
  medians(each, EACH),
  medians(inAll.slice(0, 1), IN_ALL),
  Plot.text(each.slice(1, 2), {
    x: 'people',
    y: 'median',
    text: () => '12 pictures of each',
    ...toTheRight,
    fill: EACH.stroke,
  }),
  Plot.text(inAll.slice(0, 1), {
    x: 'people',
    y: 'least',
    text: () => '3,600 pictures in all',
    dx: -4,
    dy: 38,
    textAnchor: 'start',
    fill: IN_ALL.stroke,
  }),
  Plot.text([`raw pixels ${pixels.toFixed(1)}`], {
    frameAnchor: 'right',
    y: () => pixels,
    dy: -9,
    textAnchor: 'end',
    fill: 'var(--ink)',
  }),
];

const LINES = [0, 10, 20, 30, 40];

const axesOf = (people: readonly number[], top: number) => [
  Plot.ruleY(
    LINES.filter((value) => value <= top),
    { stroke: 'var(--rule)' },
  ),
  Plot.axisY(
    LINES.filter((value) => value <= top),
    {
      tickSize: 0,
      label: null,
      tickFormat: (value: number) => `${value} %`,
      fill: 'var(--muted)',
    },
  ),
  countAxis(people, 'people in training'),
];

/**
 * Error rates against the number of people that were seen, on a logarithmic scale, with what three seeds
 * differ by and the error rate of raw pixels, as SVG markup by Observable Plot: drawn at build time, in
 * colours of the theme.
 */
export function drawIdentitiesSeen(measured: IdentitiesSeen, layout: Layout) {
  const { each, inAll, pixels } = measured;
  const people = each.map((seen) => seen.people);
  const top = Math.max(pixels, ...[...each, ...inAll].map(({ most }) => most));
  const size = SHAPES[layout];
  const markup = plotMarkup({
    ...size,
    ...MARGINS,
    x: { type: 'log', domain: [people[0]!, people.at(-1)!], inset: 16, axis: null },
    y: { domain: [0, top] },
    marks: [
      axesOf(people, top),
      Plot.ruleY([pixels], {
        stroke: 'var(--ink)',
        strokeDasharray: '1 4',
        strokeLinecap: 'round',
      }),
      seriesOf(inAll, IN_ALL),
      seriesOf(each, EACH),
      wordsOf(measured),
    ],
  });
  return { ...size, markup };
}
