import type { LossItem, LossItems } from '#metric/losses/items.ts';

/** Of the drawing, in its own units: square, with room for the axes. */
export const SIZE = 400;
export const LEFT = 34;
export const TOP = 10;
export const SIDE = SIZE - LEFT - TOP;

/** Where a value lies in the drawing. */
export interface PlotScale {
  /** Where the horizontal axis begins. */
  readonly least: number;
  /** Where the axes end. */
  readonly x: number;
  readonly y: number;
  place(x: number, y: number): readonly [number, number];
}

/** The end of an axis: all but the farthest hundredth fits. */
function endOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.max(1e-9, sorted[Math.floor(0.99 * (sorted.length - 1))] ?? 1);
}

/** The scale on which the items of a loss are drawn; beyond its ends they lie on the edge. */
export function plotScale(items: readonly LossItem[], { alike }: LossItems['axes']): PlotScale {
  const least = Math.min(0, ...items.map((item) => item.x));
  const ends = { x: endOf(items.map((item) => item.x)), y: endOf(items.map((item) => item.y)) };
  // One scale for two distances, so that the diagonal is where they are equal.
  const both = Math.max(ends.x, ends.y);
  const { x: right, y: top } = alike ? { x: both, y: both } : ends;
  return {
    least,
    x: right,
    y: top,
    place: (x, y) => [
      LEFT + SIDE * Math.min(1, (x - least) / (right - least)),
      TOP + SIDE * (1 - Math.min(1, y / top)),
    ],
  };
}

/** From the diagonal, or a line so far above it, to the far ends. */
export function lineAbove({ x, y, place }: PlotScale, gap: number): string {
  const [x0, y0] = place(0, gap);
  const [x1, y1] = place(Math.max(0, Math.min(x, y - gap)), y);
  return `M${x0},${y0}L${x1},${y1}`;
}

/** Where the hinge opens: above the diagonal by the margin, or upright at it. */
export function hingeLine(
  scale: PlotScale,
  { alike }: LossItems['axes'],
  margin: number | undefined,
): string {
  if (margin === undefined) return '';
  if (alike) return margin < scale.y ? lineAbove(scale, margin) : '';
  const [x] = scale.place(margin, 0);
  return margin < scale.x ? `M${x},${TOP}V${TOP + SIDE}` : '';
}
