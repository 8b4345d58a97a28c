import { normal, type Random } from '#metric/random.ts';

/** A random point of the unit sphere: normal numbers, brought to length 1. */
function pointOn(dimensions: number, random: Random): Float64Array {
  const point = new Float64Array(dimensions).map(() => normal(random));
  const norm = Math.hypot(...point);
  return point.map((value) => value / norm);
}

/** The distances of so many random points from one, whose place does not matter. */
export function distancesFrom(dimensions: number, count: number, random: Random): number[] {
  const anchor = pointOn(dimensions, random);
  return Array.from({ length: count }, () => {
    const point = pointOn(dimensions, random);
    return Math.hypot(...anchor.map((value, k) => value - point[k]!));
  });
}
