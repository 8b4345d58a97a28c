import { randomIndex } from '../random.ts';
import { type Miner, numericMargin } from './miner.ts';

interface Choice {
  readonly name: string;
  /** Whether the negatives nearer than the positive are left out. */
  readonly semiHardOnly: boolean;
  /** Whether each pair of one class is used once, with the earlier row as the anchor. */
  readonly earlierAnchorOnly: boolean;
}

/** The first place from which on `holds` is true; the rows must be in an order that makes it so. */
function firstWhere(rows: Int32Array, holds: (row: number) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(rows[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Sorts an anchor's negatives once; those of each positive are then one stretch of them: with
 * d_an - d_ap < margin, and where `semiHardOnly` d_an > d_ap.
 */
export function randomInsideMargin({ name, semiHardOnly, earlierAnchorOnly }: Choice): Miner {
  return (rules) => {
    const margin = numericMargin(rules, name);
    return {
      select: ({ anchor, positives, negatives, distances, random }, take) => {
        const pairs = earlierAnchorOnly ? positives.filter((row) => row > anchor) : positives;
        let reach = 0;
        for (const positive of pairs) reach = Math.max(reach, distances[positive]!);
        const near = negatives
          .filter((row) => distances[row]! - reach < margin)
          .sort((i, j) => distances[i]! - distances[j]!);
        for (const positive of pairs) {
          const dAP = distances[positive]!;
          const first = semiHardOnly ? firstWhere(near, (row) => distances[row]! > dAP) : 0;
          const end = firstWhere(near, (row) => distances[row]! - dAP >= margin);
          if (end > first) take(positive, near[first + randomIndex(random, end - first)]!);
        }
      },
    };
  };
}
