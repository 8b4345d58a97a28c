import { describe, expect, test } from 'vitest';
import { finiteDifferences, largestDifference, randomBatch } from '#support/batches.ts';
import { normalisationGradient, normaliseRows } from './normalise.ts';

const of = (values: readonly number[], dims: number) => ({
  values: Float64Array.from(values),
  rows: values.length / dims,
  dims,
});

describe('rows divided by their length', () => {
  test('lie on the unit sphere in the same direction', () => {
    expect([...normaliseRows(of([3, 4, -5, 0], 2))]).toEqual([0.6, 0.8, -1, 0]);
  });

  test('stay where they are when they are zero, and come near it below a length of 1e-12', () => {
    const unit = normaliseRows(of([0, 0, 3e-13, 4e-13], 2));
    expect([...unit.subarray(0, 2)]).toEqual([0, 0]);
    expect(Math.hypot(unit[2]!, unit[3]!)).toBeCloseTo(0.5, 9);
  });

  test('need values that fill them', () => {
    expect(() => normaliseRows({ ...of([1, 2, 3, 4], 2), rows: 3 })).toThrow(
      'need 6 values, not 4',
    );
  });
});

describe('the gradient at the rows before they were divided', () => {
  /** A function of the unit rows, and its gradient: a weighted sum. */
  const weights = randomBatch(2, [0, 0, 0], 3).embeddings.values as Float64Array;
  const weighed = (values: Float64Array) =>
    normaliseRows({ values, rows: 3, dims: 3 }).reduce((sum, x, i) => sum + weights[i]! * x, 0);

  test('is that of finite differences', () => {
    const { embeddings } = randomBatch(1, [0, 0, 0], 3);
    const values = Float64Array.from(embeddings.values, (x, i) => x * (1 + (i % 4)));
    const raw = normalisationGradient({ ...embeddings, values }, weights);
    expect(largestDifference(raw, finiteDifferences(values, weighed))).toBeLessThan(1e-7);
  });

  test('is divided by 1e-12, and loses nothing, for a row that is shorter', () => {
    for (const short of [
      [0, 0],
      [3e-13, 0],
    ])
      expect([...normalisationGradient(of(short, 2), Float64Array.of(2, -1))]).toEqual([
        2 / 1e-12,
        -1 / 1e-12,
      ]);
  });
});
