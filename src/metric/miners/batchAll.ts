import type { Miner } from './miner.ts';

/** Every valid triplet. */
export const batchAll: Miner = () => ({
  select: ({ positives, negatives }, take) => {
    for (const positive of positives) for (const negative of negatives) take(positive, negative);
  },
  band: { from: 'nearest', to: 'farthest' },
});
