import * as Plot from '@observablehq/plot';
import type { EngineCurve } from './batchSizes.ts';
import { countAxis, decadesOf } from './plotAxes.ts';
import { type Layout, plotMarkup } from './plotMarkup.ts';

const SHAPES = {
  wide: { width: 680, height: 320, marginRight: 190 },
  narrow: { width: 350, height: 340, marginRight: 8 },
} as const satisfies Record<Layout, unknown>;
const MARGINS = { marginTop: 24, marginBottom: 50, marginLeft: 62 };

const colourOf = ({ isOurs }: EngineCurve) => (isOurs ? 'var(--ink)' : 'var(--muted)');

const lineOf = (curve: EngineCurve) => [
  Plot.line(curve.points, {
    x: 'size',
    y: 'images',
    stroke: colourOf(curve),
    strokeWidth: curve.isOurs ? 2.5 : 1.5,
  }),
  Plot.dot(curve.points, { x: 'size', y: 'images', fill: colourOf(curve), r: 3 }),
];

interface NamePlace {
  /** The point of the line that the name stands by. */
  readonly size: number;
  readonly dx: number;
  readonly dy: number;
  readonly textAnchor: 'start' | 'middle' | 'end';
}

const AFTER: NamePlace = { size: 2048, dx: 10, dy: 0, textAnchor: 'start' };
/** Where it is narrow a name stands over or under its line, where no other line passes. */
const NARROW: Readonly<Record<string, NamePlace>> = {
  'this article': { size: 32, dx: 2, dy: 17, textAnchor: 'start' },
  'jax-js, the network only': { size: 128, dx: 10, dy: 18, textAnchor: 'start' },
};
const ABOVE: NamePlace = { size: 2048, dx: 4, dy: -16, textAnchor: 'end' };

const nameOf = (curve: EngineCurve, layout: Layout) => {
  const { size, ...place } = layout === 'wide' ? AFTER : (NARROW[curve.name] ?? ABOVE);
  return Plot.text(
    curve.points.filter((point) => point.size === size),
    {
      x: 'size',
      y: 'images',
      text: () => curve.name,
      ...place,
      fill: colourOf(curve),
      fontWeight: curve.isOurs ? 600 : 400,
    },
  );
};

const axesOf = (sizes: readonly number[], [from, to]: readonly [number, number]) => [
  Plot.ruleY(decadesOf(from, to), { stroke: 'var(--rule)' }),
  Plot.axisY(decadesOf(from, to), {
    tickSize: 0,
    label: null,
    tickFormat: (value: number) => value.toLocaleString('en'),
    fill: 'var(--muted)',
  }),
  countAxis(sizes, 'images in a batch'),
];

/**
 * Images a second against the size of the batch, one line an engine, on logarithmic scales, as SVG
 * markup by Observable Plot: drawn at build time, in colours of the theme.
 */
export function drawBatchSizes(curves: readonly EngineCurve[], layout: Layout) {
  const sizes = curves[0]!.points.map(({ size }) => size);
  const images = curves.flatMap(({ points }) => points.map((point) => point.images));
  const domain = [
    10 ** Math.floor(Math.log10(Math.min(...images))),
    10 ** Math.ceil(Math.log10(Math.max(...images))),
  ] as const;
  const { marginRight, ...size } = SHAPES[layout];
  const markup = plotMarkup({
    ...size,
    ...MARGINS,
    marginRight,
    x: { type: 'log', base: 2, domain: [sizes[0]!, sizes.at(-1)!], inset: 12, axis: null },
    y: { type: 'log', domain },
    marks: [
      axesOf(sizes, domain),
      curves.map(lineOf),
      curves.map((curve) => nameOf(curve, layout)),
    ],
  });
  return { ...size, markup };
}
