import type { Point } from './point.ts';

const POINTS = 5;

/** How far a star's points and the notches between them are from its middle, in units of the drawing. */
interface StarSize {
  readonly outer: number;
  readonly inner: number;
}

/** A star of five points about a place, one point up. */
export function starPath({ x, y }: Point, { outer, inner }: StarSize): string {
  const corners = Array.from({ length: 2 * POINTS }, (_, corner) => {
    const radius = corner % 2 === 0 ? outer : inner;
    const angle = (Math.PI * corner) / POINTS;
    return `${(x + radius * Math.sin(angle)).toFixed(2)},${(y - radius * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${corners.join('L')}Z`;
}
