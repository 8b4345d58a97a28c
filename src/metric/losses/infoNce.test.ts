import { describe, expect, test } from 'vitest';
import { finiteDifferences, largestDifference, randomBatch } from '#support/batches.ts';
import { createBatchLoss } from '../batchLoss.ts';
import { forEachItem } from '../lossItems.ts';

const config = {
  loss: 'info-nce',
  reducer: 'mean',
  normalise: false,
  temperature: 0.5,
  similarity: 'dot',
} as const;
const noChance = () => 0;

// Two of each class take part: rows 0 and 2, 1 and 4, 5 and 6; row 3 is a third, row 7 alone.
const { embeddings, labels } = randomBatch(3, [4, 1, 4, 4, 1, 7, 7, 9], 3);
const FIRST = [0, 1, 5];
const SECOND = [2, 4, 6];

const power = (i: number, j: number) => {
  let sum = 0;
  for (let d = 0; d < 3; d++) sum += embeddings.values[3 * i + d]! * embeddings.values[3 * j + d]!;
  return Math.exp(sum / 0.5);
};

/** The mean over the rows of one side of −ln of their partner's share among the other side. */
const written = (from: readonly number[], to: readonly number[]) =>
  from.reduce((sum, row, k) => {
    const all = to.reduce((total, other) => total + power(row, other), 0);
    return sum - Math.log(power(row, to[k]!) / all);
  }, 0) / from.length;

describe('InfoNCE in a batch of pairs', () => {
  test('has the second row of a class share in a softmax over all second rows', () => {
    const found = createBatchLoss(config)(embeddings, labels, noChance);
    expect(found.loss).toBeCloseTo(written(FIRST, SECOND), 12);
    expect(found).toMatchObject({ valid: 3, selected: 3 });
    expect([...found.gradient.subarray(9, 12), ...found.gradient.subarray(21)]).toEqual(
      new Array(6).fill(0),
    );
  });

  test('in both directions is the mean of the two, as CLIP has it', () => {
    const both = { ...config, symmetric: true };
    const lossOf = createBatchLoss(both);
    const found = lossOf(embeddings, labels, noChance);
    expect(found.loss).toBeCloseTo((written(FIRST, SECOND) + written(SECOND, FIRST)) / 2, 12);
    expect(found).toMatchObject({ valid: 6, selected: 6 });
    const numeric = finiteDifferences(
      Float64Array.from(embeddings.values),
      (values) => lossOf({ ...embeddings, values }, labels, noChance).loss,
    );
    expect(largestDifference(found.gradient, numeric)).toBeLessThan(1e-7);
    const seen: (readonly number[])[] = [];
    forEachItem(both, embeddings, labels, noChance, ({ rows }) => seen.push(rows));
    expect(seen).toContainEqual([0, 2]);
    expect(seen).toContainEqual([2, 0]);
  });

  test('of a single pair is 0, and moves nothing', () => {
    const one = randomBatch(3, [1, 1], 2);
    const found = createBatchLoss(config)(one.embeddings, one.labels, noChance);
    expect(found.loss).toBeCloseTo(0, 12);
    expect(found.gradient.every((value) => Math.abs(value) === 0)).toBe(true);
  });
});
