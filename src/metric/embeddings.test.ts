import { describe, expect, test } from 'vitest';
import { groupByLabel } from './classes.ts';
import { countBatch } from './counts.ts';
import { checkEmbeddings, checkLabelled, isDiverged } from './embeddings.ts';

const of = (rows: number, dims: number, length = rows * dims) => ({
  values: new Float32Array(length),
  rows,
  dims,
});

describe('embeddings', () => {
  test('may have any number of rows, none included, and at least one dimension', () => {
    for (const fine of [of(3, 2), of(1, 1), of(0, 2)])
      expect(() => checkEmbeddings(fine)).not.toThrow();
    for (const [rows, dims] of [
      [-1, 2],
      [1.5, 2],
      [2, 0],
      [2, -1],
      [2, 0.5],
    ] as const)
      expect(() => checkEmbeddings(of(rows, dims, 4))).toThrow(
        `a whole number of rows and at least one dimension, not ${rows} × ${dims}`,
      );
  });

  test('have as many values as rows times dimensions, and as many labels as rows', () => {
    expect(() => checkEmbeddings(of(2, 2, 5))).toThrow(
      '2 rows and 2 dimensions need 4 values, not 5',
    );
    expect(() => checkLabelled(of(2, 2), [1, 2])).not.toThrow();
    expect(() => checkLabelled(of(2, 2), [1, 2, 3])).toThrow(
      '2 embeddings need as many labels, not 3',
    );
    expect(() => checkLabelled(of(2, 2, 3), [1, 2])).toThrow('need 4 values');
    expect(() => checkLabelled(of(2, 2), [1, 0.5])).toThrow('whole numbers; label 1 is 0.5');
  });

  test('have diverged where a number is not finite or its distances could overflow', () => {
    const largest = Math.sqrt(Number.MAX_VALUE / 8);
    expect(isDiverged(Float64Array.of(1, -2, 0))).toBe(false);
    expect(isDiverged(Float64Array.of(0.999 * largest, 0.999 * largest))).toBe(false);
    expect(isDiverged(Float64Array.of(1.01 * largest, -1.01 * largest))).toBe(true);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(isDiverged(Float64Array.of(0, bad))).toBe(true);
  });
});

describe('the classes of a batch', () => {
  const classes = groupByLabel([7, -2, 7, 9, -2, 7]);

  test('are numbered as they appear, each with its label and rows', () => {
    expect([...classes.of]).toEqual([0, 1, 0, 2, 1, 0]);
    expect(classes.labels).toEqual([7, -2, 9]);
    expect(classes.members.map((rows) => [...rows])).toEqual([[0, 2, 5], [1, 4], [3]]);
  });

  test('say how many ordered pairs and triplets there are', () => {
    const of = [...classes.of];
    let [positive, negative, triplets] = [0, 0, 0];
    of.forEach((a, i) => {
      of.forEach((b, j) => {
        if (i === j) return;
        if (a !== b) {
          negative++;
          return;
        }
        positive++;
        triplets += of.filter((c) => c !== a).length;
      });
    });
    expect(countBatch(classes)).toEqual({
      orderedPositivePairs: positive,
      orderedNegativePairs: negative,
      validTriplets: triplets,
    });
  });
});
