import type { Random } from '../random.ts';
import { logWeight, WEIGHT_ENDS, type WeightEnds } from '../sphere/distanceWeighting.ts';
import type { AnchorView, Miner, MinerEntry } from './miner.ts';

/** How probable each of an anchor's negatives is to be drawn, in their order; null where none can be. */
export function negativeProbabilities(
  { dims, negatives, squareTo }: Pick<AnchorView, 'dims' | 'negatives' | 'squareTo'>,
  ends: WeightEnds,
): Float64Array | null {
  const logs = Float64Array.from(negatives, (row) => logWeight(squareTo(row), dims, ends));
  const most = logs.reduce((largest, log) => Math.max(largest, log), Number.NEGATIVE_INFINITY);
  if (most === Number.NEGATIVE_INFINITY) return null;
  const weights = logs.map((log) => Math.exp(log - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}

/** A place, each as probable as it says. */
function draw(probabilities: Float64Array, random: Random): number {
  let left = random();
  let last = 0;
  for (let k = 0; k < probabilities.length; k++) {
    if (probabilities[k] === 0) continue;
    if (left < probabilities[k]!) return k;
    left -= probabilities[k]!;
    last = k;
  }
  // What rounding left over.
  return last;
}

const mine: Miner = () => ({
  select(view, take) {
    const { positives, negatives, random } = view;
    if (positives.length === 0) return;
    const probabilities = negativeProbabilities(view, WEIGHT_ENDS);
    if (!probabilities) return;
    for (const positive of positives) take(positive, negatives[draw(probabilities, random)]!);
  },
});

/**
 * Distance-weighted sampling (Wu et al. 2017): for every ordered pair of one class a random negative, drawn
 * with a probability that is inversely proportional to how frequent its distance is on the unit sphere,
 * so that all distances up to 1.4 come about equally often. The weights are those of rows of length 1,
 * whatever distance the loss is made of; an anchor without a negative nearer than 1.4 is left out.
 */
export const distanceWeighted = {
  name: 'distance-weighted',
  label: 'distance-weighted',
  about:
    'For each pair of one class a random negative, drawn so that all distances up to 1.4 are as likely. It is made for embeddings of length 1: elsewhere the frequencies that it corrects are not those of the embedding.',
  mine,
  mayMissByChance: true,
  pytorch: `miner = miners.DistanceWeightedMiner(cutoff=${WEIGHT_ENDS.clip}, nonzero_loss_cutoff=${WEIGHT_ENDS.last})


def mine(embeddings, labels):
    # One negative for each pair of one class; it measures on rows of length 1.
    return miner(embeddings, labels)`,
} as const satisfies MinerEntry;
