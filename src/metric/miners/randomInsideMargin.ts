import { randomIndex } from '../random.ts';
import { type AnchorView, type Miner, numericMargin } from './miner.ts';

interface Choice {
  readonly name: string;
  /** Whether the negatives nearer than the positive are left out. */
  readonly semiHardOnly: boolean;
  /** Whether each pair of one class is used once, with the earlier row as the anchor. */
  readonly earlierAnchorOnly: boolean;
}

/** The negatives with d_an - d_ap < margin; where `semiHardOnly`, also with d_an > d_ap. */
function candidates(
  rows: Int32Array,
  distances: Float64Array,
  dAP: number,
  margin: number,
  semiHardOnly: boolean,
): Int32Array {
  return rows.filter((row) => {
    const gap = distances[row]! - dAP;
    return gap < margin && !(semiHardOnly && gap <= 0);
  });
}

function randomInsideMargin({ name, semiHardOnly, earlierAnchorOnly }: Choice): Miner {
  return (rules) => {
    const margin = numericMargin(rules, name);
    return {
      select: ({ anchor, positives, negatives, distances, random }: AnchorView, take) => {
        const pairs = earlierAnchorOnly ? positives.filter((row) => row > anchor) : positives;
        let reach = 0;
        for (const positive of pairs) reach = Math.max(reach, distances[positive]!);
        const near = candidates(negatives, distances, reach, margin, false);
        for (const positive of pairs) {
          const choice = candidates(near, distances, distances[positive]!, margin, semiHardOnly);
          if (choice.length > 0) take(positive, choice[randomIndex(random, choice.length)]!);
        }
      },
    };
  };
}

/**
 * FaceNet (Schroff et al. 2015): for every ordered pair of one class a random one of its semi-hard
 * negatives; a pair without any is left out.
 */
export const facenetSemiHard = randomInsideMargin({
  name: 'semi-hard-facenet',
  semiHardOnly: true,
  earlierAnchorOnly: false,
});

/**
 * The rule of FaceNet's best-known public re-implementation: for every pair, the anchor being the
 * earlier row, a random one of all negatives that violate the margin, hard ones included.
 */
export const violatingRandom = randomInsideMargin({
  name: 'violating-random',
  semiHardOnly: false,
  earlierAnchorOnly: true,
});
