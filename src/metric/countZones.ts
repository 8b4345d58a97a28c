import { type Batch, forEachAnchor } from './batch.ts';
import type { Distance } from './distances/distance.ts';
import { Ranking } from './ranking.ts';

/** How many of a batch's valid triplets lie in each zone. */
export interface ZoneCounts {
  readonly easy: number;
  readonly semiHard: number;
  readonly hard: number;
}

/** Counts the zones of all valid triplets by sorting each anchor's positives: O(B² log K). */
export function countZones(batch: Batch, distance: Distance, margin: number): ZoneCounts {
  const ranking = new Ranking(batch.rows);
  const opens = new Int32Array(batch.rows);
  const ties = new Int32Array(batch.rows);
  let easy = 0;
  let semiHard = 0;
  let hard = 0;
  const noChance = () => 0;
  forEachAnchor(batch, distance, noChance, ({ distances, positives, negatives }) => {
    ranking.rank(distances, positives);
    ranking.placesCloserThan(distances, negatives, margin, opens);
    ranking.placesAtLeast(distances, negatives, ties);
    for (let k = 0; k < negatives.length; k++) {
      const open = opens[k]!;
      const tie = Math.max(open, ties[k]!);
      easy += open;
      semiHard += tie - open;
      hard += ranking.count - tie;
    }
  });
  return { easy, semiHard, hard };
}
