import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { distanceMatrix } from '../pairwise.ts';

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
  checkLabelled(embeddings, labels);
  const { rows } = embeddings;
  const distances = distanceMatrix(embeddings, 'plain');
  let positives = 0;
  let negatives = 0;
  for (let anchor = 0; anchor < rows; anchor++) {
    let farthest = -1;
    let closest = Number.POSITIVE_INFINITY;
    for (let other = 0; other < rows; other++) {
      if (other === anchor) continue;
      const distance = distances[anchor * rows + other]!;
      if (labels[other] !== labels[anchor]) closest = Math.min(closest, distance);
      else farthest = Math.max(farthest, distance);
    }
    if (farthest < 0 || closest === Number.POSITIVE_INFINITY) continue;
    positives += farthest;
    negatives += closest;
  }
  if (positives === 0) return negatives > 0 ? Number.POSITIVE_INFINITY : 1;
  return negatives / positives;
}
