import { describe, expect, test } from 'vitest';
import { largestDifference, pkLabels, randomBatch } from '#support/batches.ts';
import { drawnRows } from '#support/views.ts';
import { createBatchLoss } from '../batchLoss.ts';
import { decoupled } from '../softmax/decoupled.ts';
import { stackViews } from '../softmax/views.ts';

const config = {
  loss: 'decoupled',
  reducer: 'mean',
  normalise: false,
  temperature: 0.3,
} as const;
const noChance = () => 0;

describe('the decoupled loss over labels', () => {
  test('of two rows for each label is that of two views', () => {
    const [one, other] = [drawnRows(1, 5, 3), drawnRows(2, 5, 3)];
    const { values, dims } = stackViews([one, other]);
    const labels = [...pkLabels(5, 1), ...pkLabels(5, 1)];
    const found = createBatchLoss(config)({ values, rows: 10, dims }, labels, noChance);
    const direct = decoupled(one, other, { temperature: 0.3 });
    expect(found.loss).toBeCloseTo(direct.loss, 12);
    const gradient = direct.gradients.flatMap((each) => [...each]);
    expect(largestDifference(found.gradient, gradient)).toBeLessThan(1e-12);
  });

  test('goes below 0, where every pair still counts for the mean over those with a loss', () => {
    const values = Float64Array.from([1, 0, 1, 0, -1, 0, -1, 0]);
    const of = (reducer: 'mean' | 'mean-nonzero') =>
      createBatchLoss({ ...config, reducer })({ values, rows: 4, dims: 2 }, [0, 0, 1, 1], noChance);
    expect(of('mean').loss).toBeCloseTo(Math.log(2) - 2 / 0.3, 12);
    expect(of('mean-nonzero').loss).toBe(of('mean').loss);
  });

  test('of one class or of singletons is 0, and moves nothing', () => {
    for (const labels of [
      [1, 1, 1],
      [1, 2, 3],
    ]) {
      const found = createBatchLoss(config)(randomBatch(3, labels, 2).embeddings, labels, noChance);
      expect(found).toMatchObject({ loss: 0, valid: 0, selected: 0, empty: true });
      expect(found.gradient.every((value) => value === 0)).toBe(true);
    }
  });
});
