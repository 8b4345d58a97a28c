import type { Miner } from './miner.ts';

/**
 * Triplets that were chosen before the batch was made: its rows come as anchor, positive, negative
 * after one another, and each such three is one triplet (offline mining, see offlineMining.ts).
 */
export const listed: Miner = () => ({
  select({ anchor }, take) {
    if (anchor % 3 === 0) take(anchor + 1, anchor + 2);
  },
});
