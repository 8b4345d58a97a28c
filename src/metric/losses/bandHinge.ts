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
  const steps = new Int32Array(rows + 1);
  const needsTie = from === 'tie' || to === 'tie';
  const [fromNearest, fromMargin] = [from === 'nearest', from === 'margin'];
  const [toFarthest, toMargin] = [to === 'farthest', to === 'margin'];
  const takesAll = fromNearest && toFarthest;
  /** For each negative the first positive whose hinge it opens, and the first that is not nearer. */
  const opens = new Int32Array(rows);
  const ties = new Int32Array(rows);
  const places = new Int32Array(rows);

  return ({ distances, positives, negatives }, weights) => {
    ranking.rank(distances, positives);
    const { count } = ranking;
    for (let i = 0; i < count; i++) prefix[i + 1] = prefix[i]! + sorted[i]!;
    steps.fill(0, 0, count + 1);
    ranking.placesCloserThan(distances, negatives, margin, opens);
    if (needsTie) ranking.placesAtLeast(distances, negatives, ties);

    let sum = 0;
    let selected = 0;
    let active = 0;
    const { length } = negatives;
    // A band without bounds is summed in three quarters of the time.
    if (takesAll) {
      selected = count * length;
      const whole = prefix[count]!;
      for (let k = 0; k < length; k++) {
        const negative = negatives[k]!;
        const open = opens[k]!;
        const pay = count - open;
        active += pay;
        sum += whole - prefix[open]! + pay * (margin - distances[negative]!);
        weights[negative] = weights[negative]! - pay;
        steps[open]!++;
      }
    } else {
      for (let k = 0; k < length; k++) {
        const negative = negatives[k]!;
        const open = opens[k]!;
        // With margin 0 a tie belongs to the easy zone, as in zoneOf.
        const tie = needsTie ? Math.max(open, ties[k]!) : 0;
        const first = fromNearest ? 0 : fromMargin ? open : tie;
        const end = toFarthest ? count : toMargin ? open : tie;
        const paying = Math.min(end, Math.max(first, open));
        const pay = end - paying;
        selected += end - first;
        active += pay;
        // Nothing is added where none pays: cheaper than to ask, as it cannot be foretold.
        sum += prefix[end]! - prefix[paying]! + pay * (margin - distances[negative]!);
        weights[negative] = weights[negative]! - pay;
        steps[paying]!++;
        if (!toFarthest) steps[end]!--;
      }
    }

    if (active > 0) {
      for (let i = 1; i < count; i++) steps[i]! += steps[i - 1]!;
      // Positives at equal distances pay for the same negatives: any of their places will do.
      ranking.placesAtLeast(distances, positives, places);
      for (let i = 0; i < count; i++) weights[positives[i]!]! += steps[places[i]!]!;
    }
    return { sum, selected, active };
  };
}
