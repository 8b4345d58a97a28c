import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBatch, largestDifference, pkLabels, randomBatch } from '#support/batches.ts';
import { createBatchLoss } from '../batchLoss.ts';
import { supCon } from './supCon.ts';

const config = {
  loss: 'sup-con',
  reducer: 'mean',
  normalise: false,
  temperature: 0.5,
  baseTemperature: 0.5,
} as const;
const noChance = () => 0;

describe('SupCon', () => {
  test('is −ln of the positives’ shares among all others, averaged as written down', () => {
    fc.assert(
      fc.property(anyBatch, ({ embeddings, labels }) => {
        const { values, rows, dims } = embeddings;
        const power = (i: number, j: number) => {
          let sum = 0;
          for (let d = 0; d < dims; d++) sum += values[i * dims + d]! * values[j * dims + d]!;
          return Math.exp(sum / 0.5);
        };
        let total = 0;
        for (let a = 0; a < rows; a++) {
          const others = [...labels.keys()].filter((j) => j !== a);
          const all = others.reduce((sum, j) => sum + power(a, j), 0);
          const positives = others.filter((j) => labels[j] === labels[a]);
          for (const p of positives) total -= Math.log(power(a, p) / all) / positives.length;
        }
        const loss = createBatchLoss({ ...config, similarity: 'dot' });
        expect(loss(embeddings, labels, noChance).loss).toBeCloseTo(total / rows, 9);
      }),
      { numRuns: 100 },
    );
  });

  test('counts an anchor without a positive as 0, and leaves it out of those with a loss', () => {
    const { embeddings, labels } = randomBatch(3, [1, 1, 2, 2, 3, 4], 3);
    const [all, some] = (['mean', 'mean-nonzero'] as const).map(
      (reducer) => createBatchLoss({ ...config, reducer })(embeddings, labels, noChance).loss,
    );
    expect(all! * 6).toBeCloseTo(some! * 4, 12);
  });

  test('with one positive for every anchor is NT-Xent over labels', () => {
    const { embeddings, labels } = randomBatch(4, pkLabels(4, 2), 3);
    const found = createBatchLoss(config)(embeddings, labels, noChance);
    const other = createBatchLoss({ ...config, loss: 'nt-xent' })(embeddings, labels, noChance);
    expect(found.loss).toBeCloseTo(other.loss, 12);
    expect(largestDifference(found.gradient, other.gradient)).toBeLessThan(1e-12);
  });

  test('comes to T/T₀ · ln(K − 1) where positives alone are alike, and never below', () => {
    const values = { ...config, temperature: 0.05, baseTemperature: 0.1, similarity: 'cosine' };
    const floor = supCon.floor!(values as never, { p: 2, k: 3 });
    expect(floor).toBeCloseTo(0.5 * Math.LN2, 12);
    const of = createBatchLoss({ ...config, temperature: 0.05, baseTemperature: 0.1 });
    const apart = { values: Float64Array.of(1, 1, 1, -1, -1, -1), rows: 6, dims: 1 };
    expect(of(apart, pkLabels(2, 3), noChance).loss).toBeCloseTo(floor, 12);
    for (const seed of [1, 2, 3, 4]) {
      const { embeddings, labels } = randomBatch(seed, pkLabels(2, 3), 3);
      expect(of(embeddings, labels, noChance).loss).toBeGreaterThan(floor);
    }
  });

  test('is as many times as large as its temperature is the base', () => {
    const { embeddings, labels } = randomBatch(4, pkLabels(3, 3), 3);
    const of = (baseTemperature: number) =>
      createBatchLoss({ ...config, baseTemperature })(embeddings, labels, noChance).loss;
    expect(of(0.07)).toBeCloseTo((of(0.5) * 0.5) / 0.07, 9);
  });

  test('of classes that are points, at right angles, stays above ln(K − 1)', () => {
    const values = Float64Array.from(pkLabels(2, 4).flatMap((id) => [1 - id, id]));
    const loss = createBatchLoss({ ...config, temperature: 0.1, baseTemperature: 0.1 });
    const found = loss({ values, rows: 8, dims: 2 }, pkLabels(2, 4), noChance);
    expect(found.loss).toBeCloseTo(Math.log(3 + 4 * Math.exp(-10)), 12);
    expect(found.loss).toBeGreaterThan(Math.log(3));
  });

  test('of singletons is empty; takes no temperature that is not above 0', () => {
    const { embeddings } = randomBatch(3, [1, 2, 3], 2);
    const found = createBatchLoss(config)(embeddings, [1, 2, 3], noChance);
    expect(found).toMatchObject({ loss: 0, valid: 0, selected: 0, empty: true });
    expect(() => createBatchLoss({ ...config, baseTemperature: 0 })).toThrow(
      'a base temperature must be a finite number above 0, not 0',
    );
  });
});
