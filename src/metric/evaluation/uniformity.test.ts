import { describe, expect, test } from 'vitest';
import { finiteDifferences, largestDifference, randomBatch } from '#support/batches.ts';
import { uniformity } from './uniformity.ts';

describe('uniformity', () => {
  const { embeddings } = randomBatch(8, [0, 0, 0, 0, 0], 3);

  test('is ln of the mean of exp(-t d²) over the pairs, as written down', () => {
    const { values, rows, dims } = embeddings;
    const terms: number[] = [];
    for (let i = 0; i < rows; i++)
      for (let j = i + 1; j < rows; j++) {
        let square = 0;
        for (let d = 0; d < dims; d++)
          square += (values[i * dims + d]! - values[j * dims + d]!) ** 2;
        terms.push(Math.exp(-3 * square));
      }
    const mean = terms.reduce((a, b) => a + b) / terms.length;
    expect(uniformity(embeddings, 3).value).toBeCloseTo(Math.log(mean), 12);
  });

  test('has the gradient of finite differences', () => {
    const numeric = finiteDifferences(
      Float64Array.from(embeddings.values),
      (values) => uniformity({ ...embeddings, values }).value,
    );
    expect(largestDifference(uniformity(embeddings).gradient(), numeric)).toBeLessThan(1e-7);
  });

  test('is 0, and moves nothing, where all rows are one', () => {
    const one = { values: new Float64Array(6).fill(0.5), rows: 3, dims: 2 };
    const { value, gradient } = uniformity(one);
    expect(value).toBe(0);
    expect([...gradient()].every((slope) => slope === 0)).toBe(true);
  });

  test('of rows that all but coincide is -t times the mean square, to the last digits', () => {
    const near = { values: Float64Array.of(0, 1e-6, 3e-6), rows: 3, dims: 1 };
    expect(uniformity(near).value / ((-2 * (1 + 4 + 9) * 1e-12) / 3)).toBeCloseTo(1, 10);
  });

  test('of two opposite points is -4t, and finite however far apart they are', () => {
    const apart = (x: number) => ({ values: Float64Array.of(x, -x), rows: 2, dims: 1 });
    expect(uniformity(apart(1)).value).toBe(-8);
    const { value, gradient } = uniformity(apart(1e4));
    expect(value).toBe(-8e8);
    expect(gradient().every(Number.isFinite)).toBe(true);
  });

  test('of fewer than two rows is no number, and needs a t above 0', () => {
    expect(uniformity({ values: Float64Array.of(1), rows: 1, dims: 1 }).value).toBeNaN();
    expect(() => uniformity(embeddings, -1)).toThrow('above 0, not -1');
  });
});
