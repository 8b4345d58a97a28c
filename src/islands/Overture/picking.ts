import type { Point } from '#kit/plane/point.ts';
import type { Instant } from './drift.ts';

/** The row that is least by `cost`, of those for which it is finite. */
function least(rows: number, cost: (row: number) => number): number | undefined {
  let best: number | undefined;
  let lowest = Infinity;
  for (let row = 0; row < rows; row++) {
    const value = cost(row);
    if (value < lowest) {
      lowest = value;
      best = row;
    }
  }
  return best;
}

/** The digit nearest to a place of the view, if one lies within `reach` of it. */
export function digitAt({ xs, ys }: Instant, { x, y }: Point, reach: number): number | undefined {
  return least(xs.length, (row) => {
    const distance = Math.hypot(xs[row]! - x, ys[row]! - y);
    return distance <= reach ? distance : Infinity;
  });
}

/** The digit that stands for its class: the one nearest to a place, of one label. */
export const digitOfClassAt = (
  { xs, ys }: Instant,
  { x, y }: Point,
  labels: Uint8Array,
  label: number,
): number | undefined =>
  least(xs.length, (row) =>
    labels[row] === label ? Math.hypot(xs[row]! - x, ys[row]! - y) : Infinity,
  );

/**
 * The next digit in a direction (a unit vector): near, and more ahead than aside. Undefined where
 * there is none.
 */
export function digitBeyond(
  { xs, ys }: Instant,
  from: number,
  direction: Point,
): number | undefined {
  return least(xs.length, (row) => {
    const dx = xs[row]! - xs[from]!;
    const dy = ys[row]! - ys[from]!;
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y - dy * direction.x);
    return ahead > 1e-6 && aside <= ahead ? ahead + 2 * aside : Infinity;
  });
}
