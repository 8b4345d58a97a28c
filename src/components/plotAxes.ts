import * as Plot from '@observablehq/plot';

/** A power of ten and those above it, as far as to a value. */
export const decadesOf = (from: number, to: number): number[] =>
  Array.from({ length: Math.floor(Math.log10(to / from)) + 1 }, (_, power) => from * 10 ** power);

/** Counts under the places that they stand for, and below them what is counted. */
export const countAxis = (counts: readonly number[], what: string) => [
  Plot.text(counts, {
    x: (count: number) => count,
    text: (count: number) => count.toLocaleString('en'),
    frameAnchor: 'bottom',
    dy: 18,
    fill: 'var(--muted)',
  }),
  Plot.text([what], { frameAnchor: 'bottom', dy: 38, fill: 'var(--muted)' }),
];
