import { farthest, nearest } from './extremes.ts';
import type { Miner } from './miner.ts';

/**
 * Each anchor's farthest positive with its nearest negative (Hermans et al. 2017); of several at
 * the same distance the first. Stand-ins, as in well-known TensorFlow code: without a positive the
 * anchor itself (distance 0), without a negative the farthest row of all, so that a batch of one
 * class costs the margin.
 */
export const batchHard: Miner = ({ standIns }) => ({
  select: ({ anchor, positives, negatives, distances }, take) => {
    const positive = farthest(positives, distances);
    const negative = nearest(negatives, distances);
    if (positive !== undefined && negative !== undefined) take(positive, negative);
    else if (standIns) take(positive ?? anchor, negative ?? positive ?? anchor);
  },
});
