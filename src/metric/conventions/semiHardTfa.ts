import { Ranking } from '../ranking.ts';
import { farthest } from '../miners/extremes.ts';
import type { AnchorView, Miner, SelectTriplets } from '../miners/miner.ts';

/**
 * For each place in the ranking of the positives the nearest of the negatives farther than it, or
 * -1. Each negative is offered to the farthest positive nearer than it, then passed on to those
 * nearer still that were offered none.
 */
function nextFarther(ranking: Ranking, { negatives, distances }: AnchorView, best: Int32Array) {
  const places = new Int32Array(negatives.length);
  ranking.placesAtLeast(distances, negatives, places);
  best.fill(-1);
  for (let k = 0; k < negatives.length; k++) {
    const negative = negatives[k]!;
    const place = places[k]! - 1;
    if (place < 0) continue;
    const rival = best[place]!;
    if (rival === -1 || distances[negative]! < distances[rival]!) best[place] = negative;
  }
  // What is passed on is farther than what a place has of its own.
  for (let i = best.length - 2; i >= 0; i--) if (best[i] === -1) best[i] = best[i + 1]!;
}

/**
 * TensorFlow Addons' rule, which has no margin in it: for every ordered pair of one class the
 * nearest negative farther than the positive or, where there is none, the farthest negative at all.
 * Stand-in without a negative: the anchor itself, at distance 0.
 */
export const semiHardTfa: Miner = ({ standIns }) => {
  const select: SelectTriplets = (view, take) => {
    const { anchor, positives, negatives, distances } = view;
    const fallback = farthest(negatives, distances) ?? (standIns ? anchor : undefined);
    if (fallback === undefined) return;
    const ranking = new Ranking(positives.length);
    ranking.rank(distances, positives);
    const best = new Int32Array(positives.length);
    nextFarther(ranking, view, best);
    const places = new Int32Array(positives.length);
    ranking.placesAtLeast(distances, positives, places);
    positives.forEach((positive, k) => {
      const found = best[places[k]!]!;
      take(positive, found === -1 ? fallback : found);
    });
  };
  return { select };
};
