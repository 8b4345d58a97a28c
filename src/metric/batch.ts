import { type Classes, forEachMember, groupByLabel } from './classes.ts';
import type { Distance } from './distances/distance.ts';
import type { AnchorView } from './miners/miner.ts';
import { fillDistances, squaredDistance } from './pairwise.ts';
import type { Random } from './random.ts';

/** A labelled batch ready for mining: points row after row, grouped by class. */
export interface Batch {
  readonly points: Float64Array;
  readonly rows: number;
  readonly dims: number;
  readonly classes: Classes;
}

/** Some rows of a batch as one of its own, under labels of their own. */
export function subBatch(
  { points, dims }: Batch,
  rows: readonly number[],
  labels: readonly number[],
): Batch {
  const own = new Float64Array(rows.length * dims);
  rows.forEach((row, k) => {
    own.set(points.subarray(row * dims, (row + 1) * dims), k * dims);
  });
  return { points: own, rows: rows.length, dims, classes: groupByLabel(labels) };
}

/** Shows the batch to `visit` as each row sees it, class by class. Memory O(rows). */
export function forEachAnchor(
  { points, rows, dims, classes }: Batch,
  distance: Distance,
  random: Random,
  visit: (view: AnchorView) => void,
): void {
  const distances = new Float64Array(rows);
  const point = (row: number) => points.subarray(row * dims, (row + 1) * dims);
  const to = (anchor: number) => (row: number) => squaredDistance(point(anchor), point(row));
  forEachMember(classes, ({ anchor, positives, negatives }) => {
    fillDistances(points, dims, anchor, distance, distances);
    visit({ anchor, distances, positives, negatives, random, dims, squareTo: to(anchor) });
  });
}

/** Twice as fast as for any number of dimensions: the two that the lab trains in most. */
function addPlanar(
  points: Float64Array,
  anchor: number,
  slope: number,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const x = points[2 * anchor]!;
  const y = points[2 * anchor + 1]!;
  const { length } = weights;
  let [sumX, sumY] = [0, 0];
  for (let j = 0, v = 0; j < length; j++, v += 2) {
    const weight = slope * weights[j]!;
    weights[j] = 0;
    const pushX = weight * (x - points[v]!);
    const pushY = weight * (y - points[v + 1]!);
    gradient[v]! -= pushX;
    gradient[v + 1]! -= pushY;
    sumX += pushX;
    sumY += pushY;
  }
  gradient[2 * anchor]! += sumX;
  gradient[2 * anchor + 1]! += sumY;
}

function addInSpace(
  points: Float64Array,
  dims: number,
  anchor: number,
  slope: number,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const start = anchor * dims;
  const end = start + dims;
  for (let j = 0; j < weights.length; j++) {
    const weight = slope * weights[j]!;
    if (weight === 0) continue;
    weights[j] = 0;
    for (let u = start, v = j * dims; u < end; u++, v++) {
      const push = weight * (points[u]! - points[v]!);
      gradient[u]! += push;
      gradient[v]! -= push;
    }
  }
}

/**
 * Adds the gradient of Σ_j weights[j] · d(anchor, j) to `gradient`, and clears the weights. Every
 * loss here is a function of distances, so this is the one place where they turn into points.
 */
export function addGradient(
  { points, dims }: Batch,
  distance: Distance,
  { anchor, distances }: Pick<AnchorView, 'anchor' | 'distances'>,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  distance.scaleBySlopes?.(weights, distances);
  const slope = distance.constantSlope ?? 1;
  if (dims === 2) addPlanar(points, anchor, slope, weights, gradient);
  else addInSpace(points, dims, anchor, slope, weights, gradient);
}

/**
 * The same where only the weights of some rows (which may come twice) are not zero: those alone are
 * looked at.
 */
export function addGradientOf(
  rows: Int32Array,
  { points, dims }: Batch,
  distance: Distance,
  { anchor, distances }: Pick<AnchorView, 'anchor' | 'distances'>,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  for (let k = 0; k < rows.length; k++) {
    const j = rows[k]!;
    const weight = weights[j]! * distance.slope(distances[j]!);
    weights[j] = 0;
    for (let d = 0; d < dims; d++) {
      const push = weight * (points[anchor * dims + d]! - points[j * dims + d]!);
      gradient[anchor * dims + d]! += push;
      gradient[j * dims + d]! -= push;
    }
  }
}
