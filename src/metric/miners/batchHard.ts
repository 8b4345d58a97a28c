import { farthest, nearest } from './extremes.ts';
import type { Miner, MinerEntry } from './miner.ts';

const mine: Miner = ({ standIns }) => ({
  select: ({ anchor, positives, negatives, distances }, take) => {
    const positive = farthest(positives, distances);
    const negative = nearest(negatives, distances);
    if (positive !== undefined && negative !== undefined) take(positive, negative);
    else if (standIns) take(positive ?? anchor, negative ?? positive ?? anchor);
  },
});

/**
 * Each anchor's farthest positive with its nearest negative (Hermans et al. 2017); of several at
 * the same distance the first. Stand-ins, as in well-known TensorFlow code: without a positive the
 * anchor itself (distance 0), without a negative the farthest row of all, so that a batch of one
 * class costs the margin.
 */
export const batchHard = {
  name: 'batch-hard',
  label: 'batch-hard',
  about: 'For each anchor its farthest positive and its nearest negative.',
  mine,
  afterCollapse:
    'Nearly all of the hardest triplets of a fresh network vote to shrink the cloud. Batch-all and semi-hard mining select triplets that vote to expand it.',
  pytorch: `miner = miners.BatchHardMiner(distance=distance)


def mine(embeddings, labels):
    return miner(embeddings, labels)`,
} as const satisfies MinerEntry;
