import { type Batch, forEachAnchor } from './batch.ts';
import type { Distance } from './distances/distance.ts';
import { firstAtLeast, firstCloserThan, sortFirst } from './sorted.ts';

/** How many of a batch's valid triplets lie in each zone. */
export interface ZoneCounts {
  readonly easy: number;
  readonly semiHard: number;
  readonly hard: number;
}

/** Counts the zones of all valid triplets by sorting each anchor's positives: O(B² log K). */
export function countZones(batch: Batch, distance: Distance, margin: number): ZoneCounts {
  const sorted = new Float64Array(batch.rows);
  let easy = 0;
  let semiHard = 0;
  let hard = 0;
  const noChance = () => 0;
  forEachAnchor(batch, distance, noChance, ({ distances, positives, negatives }) => {
    const count = positives.length;
    for (let i = 0; i < count; i++) sorted[i] = distances[positives[i]!]!;
    sortFirst(sorted, count);
    for (let k = 0; k < negatives.length; k++) {
      const dAN = distances[negatives[k]!]!;
      const open = firstCloserThan(sorted, count, dAN, margin);
      const tie = Math.max(open, firstAtLeast(sorted, count, dAN));
      easy += open;
      semiHard += tie - open;
      hard += count - tie;
    }
  });
  return { easy, semiHard, hard };
}
