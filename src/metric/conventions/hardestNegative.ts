import { nearest } from '../miners/extremes.ts';
import { type Miner, numericMargin } from '../miners/miner.ts';

/**
 * For each pair of one class, the anchor being the earlier row, the nearest negative, where that
 * triplet violates the margin.
 */
export const hardestNegative: Miner = (rules) => {
  const margin = numericMargin(rules, 'hardest-negative');
  return {
    select: ({ anchor, positives, negatives, distances }, take) => {
      const negative = nearest(negatives, distances);
      if (negative === undefined) return;
      for (const positive of positives)
        if (positive > anchor && distances[negative]! - distances[positive]! < margin)
          take(positive, negative);
    },
  };
};
