import type { Miner, SelectBlindly } from './miner.ts';

/** Each three rows, anchor, positive and negative. */
export const selectListed: SelectBlindly = ({ anchor }, take) => {
  if (anchor % 3 === 0) take(anchor + 1, anchor + 2);
};

/**
 * Triplets that were chosen before the batch was made: its rows come as anchor, positive, negative
 * after one another, and each such three is one triplet (offline mining, see offlineMining.ts).
 */
export const listed: Miner = () => ({ select: selectListed });
