import { describe, expect, test } from 'vitest';
import { cosineOf, dotOf, drawnRows, expectGradients, meanOf, rowsOf } from '#support/views.ts';
import { nPair } from './nPair.ts';

const embeddings = drawnRows(5, 8, 3);
// The first two rows of classes −2, 3 and 8; class 40 has one row only.
const labels = [8, 3, 8, -2, 3, 8, -2, 40];
const PAIRS = [
  [3, 6],
  [1, 4],
  [0, 2],
];

describe('the N-pair loss', () => {
  test.each([true, false])(
    'asks the first of each class for its second (unit rows: %s)',
    (ofUnitRows) => {
      const rows = rowsOf(embeddings);
      const similarity = ofUnitRows ? cosineOf : dotOf;
      const expected = PAIRS.map(([anchor, own]) => {
        const power = (row: number) => Math.exp(similarity(rows[anchor!]!, rows[row]!));
        return -Math.log(power(own!) / PAIRS.reduce((sum, [, row]) => sum + power(row!), 0));
      });
      const found = nPair(embeddings, labels, { ofUnitRows });
      expect(found.pairs).toEqual(PAIRS);
      expect(found.loss).toBeCloseTo(meanOf(expected), 10);
      expectGradients(
        [embeddings],
        [found.gradient],
        ([moved]) => nPair(moved!, labels, { ofUnitRows }).loss,
      );
    },
  );

  test('leaves all other rows alone', () => {
    const { gradient } = nPair(embeddings, labels);
    for (const row of [5, 7])
      expect([...gradient.subarray(3 * row, 3 * row + 3)]).toEqual([0, 0, 0]);
  });

  test('without a class of two rows is 0', () => {
    const found = nPair(drawnRows(1, 3, 2), [1, 2, 3]);
    expect(found.loss).toBe(0);
    expect(found.pairs).toEqual([]);
    expect(found.gradient).toEqual(new Float64Array(6));
  });
});
