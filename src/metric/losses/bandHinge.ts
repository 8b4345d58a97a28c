import type { AnchorView, Band } from '../miners/miner.ts';
import { Ranking } from '../ranking.ts';
import type { AnchorTally } from './loss.ts';

/**
 * The hinge summed over a band of positives for every negative, without visiting the triplets. The
 * positives are sorted once; for a negative, those with d_ap > d_an - margin pay, and they are the
 * end of the sorted list: a search finds where it begins, prefix sums say what it costs.
 */
export function createBandHinge(
  { from, to }: Band,
  margin: number,
  rows: number,
): (view: AnchorView, weights: Float64Array) => AnchorTally {
  const ranking = new Ranking(rows);
  const { sorted } = ranking;
  const prefix = new Float64Array(rows + 1);
  // How many more negatives a positive pays for than its predecessor in the sorted list.
  const steps = new Float64Array(rows + 1);
  const needsTie = from === 'tie' || to === 'tie';

  return ({ distances, positives, negatives }, weights) => {
    ranking.rank(distances, positives);
    const { count } = ranking;
    for (let i = 0; i < count; i++) prefix[i + 1] = prefix[i]! + sorted[i]!;
    steps.fill(0, 0, count + 1);

    let sum = 0;
    let selected = 0;
    let active = 0;
    for (let k = 0; k < negatives.length; k++) {
      const dAN = distances[negatives[k]!]!;
      const open = ranking.firstCloserThan(dAN, margin);
      // With margin 0 a tie belongs to the easy zone, as in zoneOf.
      const tie = needsTie ? Math.max(open, ranking.firstAtLeast(dAN)) : 0;
      const first = from === 'nearest' ? 0 : from === 'margin' ? open : tie;
      const end = to === 'farthest' ? count : to === 'margin' ? open : tie;
      selected += end - first;
      const paying = Math.max(first, open);
      if (paying >= end) continue;
      active += end - paying;
      sum += prefix[end]! - prefix[paying]! + (end - paying) * (margin - dAN);
      weights[negatives[k]!]! -= end - paying;
      steps[paying]! += 1;
      steps[end]! -= 1;
    }

    if (active > 0) {
      for (let i = 1; i < count; i++) steps[i]! += steps[i - 1]!;
      // Positives at equal distances pay for the same negatives: any of their places will do.
      for (let i = 0; i < count; i++)
        weights[positives[i]!]! += steps[ranking.firstAtLeast(distances[positives[i]!]!)]!;
    }
    return { sum, selected, active };
  };
}
