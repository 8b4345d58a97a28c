import type { Classes } from '../classes.ts';
import type { MarginTerm } from '../margin.ts';
import type { SimilarityRule, SoftmaxValues } from './similarityLoss.ts';
import { logSumOfNegatives } from './softmaxOfNegatives.ts';

const NONE = new Int32Array();

/** The other rows of the anchor's class, where there is a negative beside them. */
function positivesOf({ of, members }: Classes, anchor: number): Int32Array {
  const own = members[of[anchor]!]!;
  return own.length === of.length ? NONE : own.filter((row) => row !== anchor);
}

/**
 * A term for every ordered pair of one class: of the excess of all negatives of the anchor together
 * over the positive, (T · ln Σ e^(s_an / T) − s_ap) / T. The other positives are left out.
 */
export const pairsBesideNegatives = ({
  loss,
  slope,
}: MarginTerm): SimilarityRule<SoftmaxValues> => ({
  partners: positivesOf,
  open({ classes: { of }, anchor, alike, values: { temperature }, weights }) {
    const negatives = logSumOfNegatives(alike, of, anchor, temperature);
    let pull = 0;
    return {
      place: (row) => alike[row]!,
      take(row) {
        const excess = negatives - alike[row]! / temperature;
        const steepness = slope(excess) / temperature;
        weights[row]! -= steepness;
        pull += steepness;
        return loss(excess);
      },
      share() {
        for (let j = 0; j < alike.length; j++)
          if (of[j] !== of[anchor])
            weights[j]! += pull * Math.exp(alike[j]! / temperature - negatives);
      },
    };
  },
});
