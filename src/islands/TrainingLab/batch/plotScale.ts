import type { LossItem } from '#metric/losses/items.ts';

/** Side of the drawing, and of the square in it where the items lie. */
export const SIZE = 400;
export const LEFT = 34;
export const TOP = 10;
export const SIDE = SIZE - LEFT - TOP;

/** What the axes of the plot reach to, in the units of the items. */
export interface PlotScale {
  /** Where the horizontal axis begins: the least x, or 0. */
  readonly least: number;
  readonly x: number;
  /** Where the upright axis begins: the least y, or 0. */
  readonly bottom: number;
  readonly y: number;
}

/** The end of an axis: all but the farthest hundredth fits. */
function endOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.max(1e-9, sorted[Math.floor(0.99 * (sorted.length - 1))] ?? 1);
}

/** The scale on which items fit; `alike` when both axes are distances. */
export function scaleOf(items: readonly LossItem[], alike: boolean): PlotScale {
  const least = Math.min(0, ...items.map((item) => item.x));
  const bottom = Math.min(0, ...items.map((item) => item.y));
  const x = endOf(items.map((item) => item.x));
  const y = endOf(items.map((item) => item.y));
  // One scale for two distances, so that the diagonal is where they are equal.
  const both = Math.max(x, y);
  return alike ? { least, x: both, bottom, y: both } : { least, x, bottom, y };
}

/** Where an item lies in the drawing; what is beyond an end lies at it. */
export const placeOn = (scale: PlotScale, x: number, y: number): readonly [number, number] => [
  LEFT + SIDE * Math.min(1, (x - scale.least) / (scale.x - scale.least)),
  TOP + SIDE * (1 - Math.min(1, (y - scale.bottom) / (scale.y - scale.bottom))),
];

/** The path of the diagonal, or of a line that lies above it by a gap, to the far ends. */
export function diagonalPath(scale: PlotScale, gap: number): string {
  const [x0, y0] = placeOn(scale, 0, gap);
  const [x1, y1] = placeOn(scale, Math.max(0, Math.min(scale.x, scale.y - gap)), scale.y);
  return `M${x0},${y0}L${x1},${y1}`;
}

/** The path on which the hinge opens: along the diagonal of two distances, else upright. */
export function hingePath(scale: PlotScale, margin: number, alike: boolean): string {
  if (alike) return margin < scale.y ? diagonalPath(scale, margin) : '';
  const [x] = placeOn(scale, margin, 0);
  return margin < scale.x ? `M${x},${TOP}V${TOP + SIDE}` : '';
}
