import type { Classes } from './classes.ts';
import type { Distance } from './distances/distance.ts';
import type { AnchorView } from './miners/miner.ts';
import { fillDistances } from './pairwise.ts';
import type { Random } from './random.ts';

/** A labelled batch ready for mining: points row after row, grouped by class. */
export interface Batch {
  readonly points: Float64Array;
  readonly rows: number;
  readonly dims: number;
  readonly classes: Classes;
}

/** Splits all rows but the anchor into those of its class and the rest. Returns both counts. */
function split(of: Int32Array, anchor: number, positives: Int32Array, negatives: Int32Array) {
  let positiveCount = 0;
  let negativeCount = 0;
  for (let row = 0; row < of.length; row++)
    if (of[row] !== of[anchor]) negatives[negativeCount++] = row;
    else if (row !== anchor) positives[positiveCount++] = row;
  return { positiveCount, negativeCount };
}

/** Shows the batch to `visit` as each row sees it, in row order. Memory O(rows). */
export function forEachAnchor(
  { points, rows, dims, classes }: Batch,
  distance: Distance,
  random: Random,
  visit: (view: AnchorView) => void,
): void {
  const distances = new Float64Array(rows);
  const positives = new Int32Array(rows);
  const negatives = new Int32Array(rows);
  for (let anchor = 0; anchor < rows; anchor++) {
    fillDistances(points, dims, anchor, distance, distances);
    const { positiveCount, negativeCount } = split(classes.of, anchor, positives, negatives);
    visit({
      anchor,
      distances,
      positives: positives.subarray(0, positiveCount),
      negatives: negatives.subarray(0, negativeCount),
      random,
    });
  }
}

/**
 * Adds the gradient of Σ_j weights[j] · d(anchor, j) to `gradient`, and clears the weights. Every
 * loss here is a function of distances, so this is the one place where they turn into points.
 */
export function addGradient(
  { points, dims }: Batch,
  distance: Distance,
  { anchor, distances }: AnchorView,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const start = anchor * dims;
  for (let j = 0; j < weights.length; j++) {
    const weight = weights[j]!;
    if (weight === 0) continue;
    weights[j] = 0;
    const slope = weight * distance.slope(distances[j]!);
    for (let d = 0, u = start, v = j * dims; d < dims; d++, u++, v++) {
      const push = slope * (points[u]! - points[v]!);
      gradient[u]! += push;
      gradient[v]! -= push;
    }
  }
}
