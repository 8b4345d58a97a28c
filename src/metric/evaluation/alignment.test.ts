import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBatch, finiteDifferences, largestDifference, randomBatch } from '#support/batches.ts';
import { alignment } from './alignment.ts';

describe('alignment', () => {
  test('is the mean of d^alpha over the pairs of one group, as written down', () => {
    fc.assert(
      fc.property(anyBatch, fc.constantFrom(1, 2, 3), ({ embeddings, labels }, alpha) => {
        const { values, rows, dims } = embeddings;
        const terms: number[] = [];
        for (let i = 0; i < rows; i++)
          for (let j = i + 1; j < rows; j++) {
            if (labels[i] !== labels[j]) continue;
            const differences = Array.from(
              { length: dims },
              (_, d) => values[i * dims + d]! - values[j * dims + d]!,
            );
            terms.push(Math.hypot(...differences) ** alpha);
          }
        const { value, gradient } = alignment(embeddings, labels, alpha);
        if (terms.length === 0) expect(value).toBeNaN();
        else expect(value).toBeCloseTo(terms.reduce((a, b) => a + b) / terms.length, 9);
        expect(gradient().every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test.each([1, 2, 3.5])('has the gradient of finite differences (alpha %f)', (alpha) => {
    const { embeddings, labels } = randomBatch(4, [0, 1, 0, 1, 1, 2], 3);
    const numeric = finiteDifferences(
      Float64Array.from(embeddings.values),
      (values) => alignment({ ...embeddings, values }, labels, alpha).value,
    );
    const { gradient } = alignment(embeddings, labels, alpha);
    expect(largestDifference(gradient(), numeric)).toBeLessThan(1e-7);
  });

  test('takes an exponent above 0 only', () => {
    const { embeddings, labels } = randomBatch(1, [0, 0], 2);
    expect(() => alignment(embeddings, labels, 0)).toThrow('finite number above 0, not 0');
  });
});
