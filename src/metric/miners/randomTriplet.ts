import { randomIndex } from '../random.ts';
import type { Miner } from './miner.ts';

/** One random positive and one random negative for each anchor that has both. */
export const randomTriplet: Miner = () => ({
  select: ({ positives, negatives, random }, take) => {
    if (positives.length === 0 || negatives.length === 0) return;
    const positive = positives[randomIndex(random, positives.length)]!;
    take(positive, negatives[randomIndex(random, negatives.length)]!);
  },
});
