import { type Classes, forEachMember } from '#metric/classes.ts';
import type { SelectBlindly } from '#metric/miners/miner.ts';
import type { Random } from '#metric/random.ts';

/**
 * What a miner that looks at no distances selects of a batch: of each row as an anchor its positive and its
 * negative; the number of rows for none.
 */
export function picksOf(select: SelectBlindly, classes: Classes, random: Random): Int32Array {
  const rows = classes.of.length;
  const picks = new Int32Array(2 * rows).fill(rows);
  forEachMember(classes, (row) => {
    // As in src/metric: an anchor that lacks either has no triplet.
    if (row.positives.length === 0 || row.negatives.length === 0) return;
    select({ ...row, random }, (positive, negative) => {
      picks.set([positive, negative], 2 * row.anchor);
    });
  });
  return picks;
}
