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

/**
 * Shows the batch to `visit` as each row sees it, class by class, so that the negatives are listed
 * once per class. Memory O(rows).
 */
export function forEachAnchor(
  { points, rows, dims, classes }: Batch,
  distance: Distance,
  random: Random,
  visit: (view: AnchorView) => void,
): void {
  const distances = new Float64Array(rows);
  const { of, members } = classes;
  for (let id = 0; id < members.length; id++) {
    const own = members[id]!;
    const negatives = new Int32Array(rows - own.length);
    for (let row = 0, count = 0; row < rows; row++) if (of[row] !== id) negatives[count++] = row;
    const positives = own.slice(1);
    for (let i = 0; i < own.length; i++) {
      // All members but the i-th: from one to the next, a single place changes.
      if (i > 0) positives[i - 1] = own[i - 1]!;
      fillDistances(points, dims, own[i]!, distance, distances);
      visit({ anchor: own[i]!, distances, positives, negatives, random });
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
  { anchor, distances }: AnchorView,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const start = anchor * dims;
  const end = start + dims;
  distance.scaleBySlopes(weights, distances);
  for (let j = 0; j < weights.length; j++) {
    const weight = weights[j]!;
    if (weight === 0) continue;
    for (let u = start, v = j * dims; u < end; u++, v++) {
      const push = weight * (points[u]! - points[v]!);
      gradient[u]! += push;
      gradient[v]! -= push;
    }
  }
  weights.fill(0);
}
