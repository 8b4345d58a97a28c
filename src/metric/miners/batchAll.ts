import type { Miner, MinerEntry } from './miner.ts';

const mine: Miner = () => ({
  select: ({ positives, negatives }, take) => {
    for (const positive of positives) for (const negative of negatives) take(positive, negative);
  },
  band: { from: 'nearest', to: 'farthest' },
});

/** Every valid triplet. */
export const batchAll = {
  name: 'batch-all',
  label: 'batch-all',
  about: 'Every triplet that the batch has.',
  mine,
  takesAll: true,
  pytorch: 'def mine(embeddings, labels):\n    return None',
} as const satisfies MinerEntry;
