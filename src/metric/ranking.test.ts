import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ranking } from './ranking.ts';

const distance = fc.double({ min: 0, max: 1e6, noNaN: true });
const gap = fc.oneof(
  fc.constantFrom(0, 0.2, 1, Number.MIN_VALUE),
  fc.double({ min: 0, max: 10, noNaN: true }),
);

/** As the definition has it. */
const placeOf = (sorted: readonly number[], from: number, gap: number) => {
  const place = sorted.findIndex((value) => from - value < gap);
  return place < 0 ? sorted.length : place;
};

function checkRanking(
  ranked: readonly number[],
  asked: readonly number[],
  gap: number,
  ranking = new Ranking(ranked.length),
): void {
  const all = Float64Array.from([...ranked, ...asked]);
  const rows = Int32Array.from(ranked.keys());
  ranking.rank(all, rows);
  const sorted = ranked.toSorted((a, b) => a - b);
  expect([...ranking.sorted.subarray(0, ranking.count)]).toEqual(sorted);
  const others = Int32Array.from(asked.keys(), (k) => ranked.length + k);
  const places = new Int32Array(asked.length);
  ranking.placesCloserThan(all, others, gap, places);
  expect([...places]).toEqual(asked.map((from) => placeOf(sorted, from, gap)));
  ranking.placesAtLeast(all, others, places);
  expect([...places]).toEqual(asked.map((from) => placeOf(sorted, from, Number.MIN_VALUE)));
}

describe('a ranking of distances', () => {
  test('finds every place as a look at all of them would, margin and ties included', () => {
    const near = fc.array(fc.oneof(distance, fc.constantFrom(0, 0.5, 0.7, 1)), { maxLength: 40 });
    fc.assert(
      fc.property(near, near, gap, (ranked, asked, gap) => checkRanking(ranked, asked, gap)),
    );
  });

  test('finds them among equal ones, and with an outlier that leaves one bucket for all others', () => {
    const crowd = Array.from({ length: 60 }, (_, k) => (k * 37) % 60);
    checkRanking(crowd, crowd, 3);
    checkRanking([...crowd, 1e9], [...crowd, 1e9, 2e9], 3);
    checkRanking(new Array(50).fill(2), [0, 1.5, 2, 2.5, 3], 0.5);
    checkRanking([1e300, 1, 2], [1e300, 1.5, 0], 0.5);
  });

  test('finds them where the numbers are too close together for their size', () => {
    const large = Array.from({ length: 20 }, (_, k) => 1e9 + k * 2 ** -23);
    checkRanking(large, large, 2 ** -22);
    checkRanking(large, [1e9 + 1, 1e9 - 1], 1);
  });

  test('has forgotten what it ranked before', () => {
    const ranking = new Ranking(60);
    const crowd = Array.from({ length: 60 }, (_, k) => (k * 37) % 60);
    const values = fc.array(fc.oneof(distance, fc.constantFrom(0, 0.5, 1)), { maxLength: 12 });
    fc.assert(
      fc.property(values, values, gap, fc.boolean(), (ranked, asked, gap, crowded) => {
        if (crowded) checkRanking(crowd, [...crowd, 99], 3, ranking);
        checkRanking(ranked, asked, gap, ranking);
      }),
    );
  });

  test('may be asked with rows that lie nearer and farther than all of it', () => {
    checkRanking([5, 6, 7], [0, 4.9, 7.1, 1e12], 0.5);
    checkRanking([5], [0, 5, 5.5, 6], 0.5);
    checkRanking([5, 5, 5], [0, 5, 5.5, 6], 0);
  });

  test('of none says 0 for each', () => {
    checkRanking([], [0, 1], 0.5);
  });
});
