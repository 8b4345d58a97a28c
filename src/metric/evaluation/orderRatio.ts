import { forEachAnchor } from '../batch.ts';
import { plain } from '../distances/plain.ts';
import type { Embeddings } from '../embeddings.ts';
import { farthest, nearest } from '../miners/extremes.ts';
import type { AnchorView } from '../miners/miner.ts';
import { toBatch } from '../prepareLoss.ts';

/**
 * How far the order is right where it is hardest: the distance of each anchor's closest negative,
 * averaged over the anchors, divided by that of its farthest positive. Plain distances, so that it
 * stays what it is when the whole cloud grows or shrinks. Below 1 the hardest triplets are hard on
 * the whole, above 1 they are in order. Our own measure, of the triplets that batch-hard takes
 * (Hermans, Beyer and Leibe 2017), whichever miner trains.
 * Anchors without a positive or without a negative are left out; 1 where none is left or where all
 * are in one point. Throws when labels and embeddings do not fit each other.
 */
export function orderRatio(embeddings: Embeddings, labels: ArrayLike<number>): number {
  let positives = 0;
  let negatives = 0;
  const addHardest = (view: AnchorView) => {
    const { distances } = view;
    const positive = farthest(view.positives, distances);
    const negative = nearest(view.negatives, distances);
    if (positive === undefined || negative === undefined) return;
    positives += distances[positive]!;
    negatives += distances[negative]!;
  };
  // Nothing is drawn by chance.
  forEachAnchor(toBatch(embeddings, labels, false), plain, () => 0, addHardest);
  if (positives === 0) return negatives > 0 ? Number.POSITIVE_INFINITY : 1;
  return negatives / positives;
}
