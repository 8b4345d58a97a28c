import { forEachAnchor } from '../batch.ts';
import { squared } from '../distances/squared.ts';
import type { Embeddings } from '../embeddings.ts';
import { toBatch } from '../prepareLoss.ts';
import { WEIGHT_ENDS, type WeightEnds } from '../sphere/distanceWeighting.ts';
import { negativeProbabilities } from './distanceWeighted.ts';

/**
 * The probabilities with which distance-weighted sampling (Wu et al. 2017) draws each row as the negative
 * of each anchor: 0 for the rows of its class and for those at a plain distance of `last` or more, null for
 * an anchor that has no other. Rows are divided by their length first. Throws when labels and embeddings do
 * not fit each other.
 */
export function distanceWeights(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  ends: WeightEnds = WEIGHT_ENDS,
): (Float64Array | null)[] {
  const found: (Float64Array | null)[] = new Array(embeddings.rows).fill(null);
  const noDraws = () => 0;
  forEachAnchor(toBatch(embeddings, labels, true), squared, noDraws, (view) => {
    const probabilities = negativeProbabilities(view, ends);
    if (!probabilities) return;
    const ofRows = new Float64Array(embeddings.rows);
    view.negatives.forEach((row, k) => {
      ofRows[row] = probabilities[k]!;
    });
    found[view.anchor] = ofRows;
  });
  return found;
}
