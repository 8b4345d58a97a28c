import type { Point } from './point.ts';

/** Paths are exact to a tenth of the drawing's unit, which no eye tells from the place itself. */
const TENTHS = 10;

/** A number of tenths as short as SVG reads it. */
const spell = (tenths: number): string => String(tenths / TENTHS).replace(/^(-?)0(?=\.)/, '$1');

const pair = ({ x, y }: Point): string => `${spell(x)}${y < 0 ? '' : ' '}${spell(y)}`;

const tenthsOf = ({ x, y }: Point): Point => ({
  x: Math.round(x * TENTHS),
  y: Math.round(y * TENTHS),
});

/** From each place to the next, the first from the origin. */
function steps(points: readonly Point[]): readonly Point[] {
  let last = { x: 0, y: 0 };
  return points.map((place) => {
    const step = { x: place.x - last.x, y: place.y - last.y };
    last = place;
    return step;
  });
}

/** The parts of a path through the points, one for each: so many of them in front make a path as well. */
export const lineParts = (points: readonly Point[]): readonly string[] =>
  steps(points.map(tenthsOf)).map((step, k) => `${k ? 'l' : 'M'}${pair(step)}`);

/**
 * An SVG path through the points, in lengths from one to the next: half as long as one in places, and
 * the page bears thousands of them. A point that repeats the one before is left out:
 * points that all are one place draw nothing.
 */
export const linePath = (points: readonly Point[]): string =>
  lineParts(points)
    .filter((part) => part !== 'l0 0')
    .join('');

/** An SVG path of dots: strokes of no length, which round caps make visible. */
export const dotsPath = (points: readonly Point[]): string =>
  steps(points.map(tenthsOf))
    .map((step) => `m${pair(step)}h0`)
    .join('');
