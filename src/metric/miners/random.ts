import { randomIndex } from '../random.ts';
import type { MinerEntry, SelectBlindly } from './miner.ts';

const select: SelectBlindly = ({ positives, negatives, random }, take) => {
  if (positives.length === 0 || negatives.length === 0) return;
  const positive = positives[randomIndex(random, positives.length)]!;
  take(positive, negatives[randomIndex(random, negatives.length)]!);
};

/** One random positive and one random negative for each anchor that has both. */
export const randomTriplet = {
  name: 'random',
  label: 'random',
  about: 'For each anchor a random positive and a random negative.',
  mine: () => ({ select }),
  blind: select,
  mayMissByChance: true,
  pytorch: `def mine(embeddings, labels):
    # One random positive and one random negative for each anchor.
    return lmu.get_random_triplet_indices(labels, t_per_anchor=1)`,
} as const satisfies MinerEntry;
