import { firstAtLeast, sortFirst } from '../sorted.ts';
import { farthest } from './extremes.ts';
import type { AnchorView, Miner, SelectTriplets } from './miner.ts';

/**
 * For each positive the nearest of the negatives farther than it, or -1, by descending positive
 * position: each negative is offered to the positives nearer than it, then passed on to those nearer
 * still.
 */
function nextFarther(
  sorted: Float64Array,
  { negatives, distances }: AnchorView,
  best: Int32Array,
): void {
  const { length } = sorted;
  best.fill(-1, 0, length);
  for (const negative of negatives) {
    const last = firstAtLeast(sorted, length, distances[negative]!) - 1;
    const rival = best[last];
    if (last >= 0 && (rival === -1 || distances[negative]! < distances[rival!]!))
      best[last] = negative;
  }
  for (let i = length - 2; i >= 0; i--) {
    const own = best[i]!;
    const passed = best[i + 1]!;
    if (own === -1 || (passed !== -1 && distances[passed]! < distances[own]!)) best[i] = passed;
  }
}

/**
 * TensorFlow Addons' rule, which has no margin in it: for every ordered pair of one class the
 * nearest negative farther than the positive or, where there is none, the farthest negative at all.
 * Stand-in without a negative: the anchor itself, at distance 0.
 */
export const tfaSemiHard: Miner = ({ standIns }) => {
  const select: SelectTriplets = (view, take) => {
    const { anchor, positives, negatives, distances } = view;
    const fallback = farthest(negatives, distances) ?? (standIns ? anchor : undefined);
    if (fallback === undefined) return;
    const sorted = Float64Array.from(positives, (row) => distances[row]!);
    sortFirst(sorted, sorted.length);
    const best = new Int32Array(sorted.length);
    nextFarther(sorted, view, best);
    for (const positive of positives) {
      const found = best[firstAtLeast(sorted, sorted.length, distances[positive]!)]!;
      take(positive, found === -1 ? fallback : found);
    }
  };
  return { select };
};
