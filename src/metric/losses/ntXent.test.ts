import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyBatch,
  finiteDifferences,
  largestDifference,
  pkLabels,
  randomBatch,
} from '#support/batches.ts';
import { createBatchLoss } from '../batchLoss.ts';
import { measureItem, forEachItem } from '../lossItems.ts';
import type { LossItem } from './items.ts';
import { similarities } from '../similarities/registry.ts';

const config = { loss: 'nt-xent', reducer: 'mean', normalise: false, temperature: 0.5 } as const;
const noChance = () => 0;

describe('NT-Xent over labels', () => {
  test.each([...similarities.keys()])(
    'has the gradient of finite differences (%s)',
    (similarity) => {
      for (const normalise of [false, true]) {
        const { embeddings, labels } = randomBatch(5, [...pkLabels(3, 3), 7], 3);
        const loss = createBatchLoss({ ...config, similarity, normalise });
        const numeric = finiteDifferences(
          Float64Array.from(embeddings.values),
          (values) => loss({ ...embeddings, values }, labels, noChance).loss,
        );
        const { gradient } = loss(embeddings, labels, noChance);
        expect(largestDifference(gradient, numeric)).toBeLessThan(1e-7);
      }
    },
  );

  test('is the mean of −ln of the positive’s share beside all negatives, as written down', () => {
    fc.assert(
      fc.property(anyBatch, ({ embeddings, labels }) => {
        const { values, rows, dims } = embeddings;
        const terms: number[] = [];
        const dot = (i: number, j: number) => {
          let sum = 0;
          for (let d = 0; d < dims; d++) sum += values[i * dims + d]! * values[j * dims + d]!;
          return sum;
        };
        for (let a = 0; a < rows; a++)
          for (let p = 0; p < rows; p++) {
            if (a === p || labels[a] !== labels[p]) continue;
            const negatives = [...labels.keys()].filter((n) => labels[n] !== labels[a]);
            if (negatives.length === 0) continue;
            const own = Math.exp(dot(a, p) / 0.5);
            const all = negatives.reduce((sum, n) => sum + Math.exp(dot(a, n) / 0.5), own);
            terms.push(-Math.log(own / all));
          }
        const mean = terms.reduce((sum, term) => sum + term, 0) / (terms.length || 1);
        const found = createBatchLoss({ ...config, similarity: 'dot' })(
          embeddings,
          labels,
          noChance,
        );
        expect(found.loss).toBeCloseTo(mean, 9);
        expect(found.selected).toBe(terms.length);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['one class', [1, 1, 1, 1]],
    ['singletons', [1, 2, 3, 4]],
  ])('of a batch of %s is 0, and moves nothing', (_, labels) => {
    const found = createBatchLoss(config)(randomBatch(3, labels, 2).embeddings, labels, noChance);
    expect(found).toMatchObject({ loss: 0, valid: 0, selected: 0, empty: true });
    expect(found.gradient.every((value) => value === 0)).toBe(true);
  });

  test('stays finite where every exponential would overflow or vanish', () => {
    const labels = [0, 0, 1, 1];
    const values = Float64Array.of(1e4, 0, -1e4, 1, 1e4, 1, 1e4, -1);
    for (const similarity of similarities.keys()) {
      const loss = createBatchLoss({ ...config, similarity, temperature: 0.01 });
      const found = loss({ values, rows: 4, dims: 2 }, labels, noChance);
      expect(Number.isFinite(found.loss)).toBe(true);
      expect(found.loss).toBeGreaterThan(50);
      expect(found.gradient.every(Number.isFinite)).toBe(true);
    }
  });

  test('rests at ln(1 + B − K) when all points are one, whatever the temperature', () => {
    const labels = pkLabels(5, 4);
    const values = new Float64Array(40).fill(0.3);
    for (const temperature of [0.05, 1]) {
      const found = createBatchLoss({ ...config, temperature })(
        { values, rows: 20, dims: 2 },
        labels,
        noChance,
      );
      expect(found.loss).toBeCloseTo(Math.log(1 + 20 - 4), 12);
      expect(Math.max(...found.gradient.map(Math.abs))).toBeLessThan(1e-12);
    }
  });

  test('takes no temperature that is not above 0, and no margin', () => {
    expect(() => createBatchLoss({ ...config, temperature: 0 })).toThrow(
      'a temperature must be a finite number above 0, not 0',
    );
    const zones = createBatchLoss({ ...config, zones: true });
    const { embeddings, labels } = randomBatch(2, pkLabels(2, 2), 2);
    expect(zones(embeddings, labels, noChance).zones).toBeNull();
  });

  test('shows its pairs: their losses and gradients are those of the sum', () => {
    const { embeddings, labels } = randomBatch(4, pkLabels(3, 3), 2);
    const sum = createBatchLoss({ ...config, reducer: 'sum', normalise: true });
    const whole = sum(embeddings, labels, noChance);
    const pairs: LossItem[] = [];
    const asked = { ...config, normalise: true };
    forEachItem(asked, embeddings, labels, noChance, (item) => pairs.push(item));
    const measured = pairs.map(({ rows }) => measureItem(asked, embeddings, labels, rows));
    expect(pairs).toHaveLength(whole.selected);
    expect(pairs.reduce((all, { y }) => all + y, 0)).toBeCloseTo(whole.loss, 10);
    measured.forEach(({ loss, x }, k) => {
      expect(loss).toBeCloseTo(pairs[k]!.y, 12);
      expect(x).toBeCloseTo(pairs[k]!.x, 12);
    });
    const { rows } = pairs[0]!;
    const numeric = finiteDifferences(
      Float64Array.from(embeddings.values),
      (values) => measureItem(asked, { ...embeddings, values }, labels, rows).loss,
    );
    const atItsRows = Float64Array.from(rows.flatMap((row) => [2 * row, 2 * row + 1])).map(
      (place) => numeric[place]!,
    );
    expect(largestDifference(measured[0]!.gradient, atItsRows)).toBeLessThan(1e-7);
  });
});
