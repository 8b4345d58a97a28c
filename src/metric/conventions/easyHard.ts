import { farthest, nearest } from '../miners/extremes.ts';
import type { Miner } from '../miners/miner.ts';

/**
 * How to choose one positive (or negative) per anchor: easy is the nearest positive and the
 * farthest negative, hard the reverse. Semi-hard depends on the other choice, and knows no margin:
 * the nearest negative strictly farther than the chosen positive, or the farthest positive
 * strictly nearer than the chosen negative.
 */
export type Strategy = 'easy' | 'semi-hard' | 'hard';

/**
 * One positive and one negative per anchor, each by its own strategy (pytorch-metric-learning's
 * BatchEasyHardMiner); an anchor that lacks either is left out. Throws when both are semi-hard.
 */
export function easyHard(positiveBy: Strategy, negativeBy: Strategy): Miner {
  if (positiveBy === 'semi-hard' && negativeBy === 'semi-hard')
    throw new RangeError(
      'positive and negative cannot both be semi-hard: each waits for the other',
    );
  const pickPositive = positiveBy === 'easy' ? nearest : farthest;
  const pickNegative = negativeBy === 'easy' ? farthest : nearest;
  return () => ({
    select: ({ positives, negatives, distances }, take) => {
      let positive: number | undefined;
      let negative: number | undefined;
      if (positiveBy === 'semi-hard') {
        negative = pickNegative(negatives, distances);
        const reach = negative === undefined ? 0 : distances[negative]!;
        positive = pickPositive(
          positives.filter((row) => distances[row]! < reach),
          distances,
        );
      } else {
        positive = pickPositive(positives, distances);
        const reach = positive === undefined ? 0 : distances[positive]!;
        negative = pickNegative(
          negativeBy === 'semi-hard'
            ? negatives.filter((row) => distances[row]! > reach)
            : negatives,
          distances,
        );
      }
      if (positive !== undefined && negative !== undefined) take(positive, negative);
    },
  });
}
