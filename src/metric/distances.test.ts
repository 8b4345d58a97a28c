import { describe, expect, test } from 'vitest';
import {
  computeLoss,
  finiteDifferences,
  largestDifference,
  pkLabels,
  randomBatch,
  withValues,
} from '#support/batches.ts';
import { everyDistance } from '#support/everyDistance.ts';
import { plainClamped } from './conventions/plainClamped.ts';
import { plainSmoothed } from './conventions/plainSmoothed.ts';
import { violatingRandom } from './conventions/violatingRandom.ts';
import type { Distance } from './distances/distance.ts';
import { plain } from './distances/plain.ts';
import type { DistanceName } from './distances/registry.ts';
import { squared } from './distances/squared.ts';
import { distanceMatrix, squaredDistance } from './pairwise.ts';

describe('the distance of two points', () => {
  test.each<[string, Distance, (square: number) => number]>([
    ['squared', squared, (square) => square],
    ['plain', plain, (square) => Math.sqrt(square)],
    ['plain-clamped', plainClamped, (square) => Math.sqrt(Math.max(square, 1e-6))],
    ['plain-smoothed', plainSmoothed, (square) => Math.sqrt(square + 1e-12)],
  ])('%s: follows its formula, in a matrix as for one pair', (_, distance, formula) => {
    for (const square of [0, 1e-14, 1e-7, 1e-6, 0.25, 9]) {
      const expected = formula(square);
      expect(distance.of(square)).toBeCloseTo(expected, 15);
      const two = { values: Float64Array.of(0, Math.sqrt(square)), rows: 2, dims: 1 };
      const [toItself, toOther, back, backToItself] = distanceMatrix(two, distance);
      expect(toOther).toBeCloseTo(expected, 15);
      expect(back).toBe(toOther);
      expect([toItself, backToItself]).toEqual([0, 0]);
    }
  });

  test.each(everyDistance)('%s: its slope is that of finite differences', (_, { of, slope }) => {
    for (const x of [0.5, 0.01, 2]) {
      const step = 1e-6 * x;
      const numeric = (of((x + step) ** 2) - of((x - step) ** 2)) / (2 * step);
      expect(slope(of(x ** 2)) * x).toBeCloseTo(numeric, 6);
    }
  });

  test.each<[string, Distance]>([
    ['plain', plain],
    ['plain-clamped', plainClamped],
  ])('%s: points in one place have no slope', (_, { of, slope }) => {
    expect(slope(of(0))).toBe(0);
    expect(slope(of(1e-5))).toBeGreaterThan(0);
  });

  test('clamped: points closer than 1e-3 do not move each other, and farther ones do', () => {
    const { of, slope } = plainClamped;
    expect(slope(of(0.9e-6))).toBe(0);
    expect(slope(of(1e-6))).toBe(0);
    expect(slope(of(1.1e-6))).toBeCloseTo(1 / Math.sqrt(1.1e-6), 6);
  });

  test.each([1, 2, 3, 5])('in %i dimensions is the same however it is asked for', (dims) => {
    const { embeddings } = randomBatch(dims, [0, 0, 0, 0, 0], dims);
    const point = (row: number) => [...embeddings.values.subarray(row * dims, (row + 1) * dims)];
    const matrix = distanceMatrix(embeddings, 'squared');
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < 5; j++) {
        const expected = point(i).reduce((sum, x, d) => sum + (x - point(j)[d]!) ** 2, 0);
        expect(squaredDistance(point(i), point(j))).toBeCloseTo(expected, 14);
        expect(matrix[5 * i + j]).toBeCloseTo(expected, 14);
      }
  });

  test('refuses a distance that it does not know, and values that do not fill the rows', () => {
    const embeddings = { values: new Float64Array(4), rows: 2, dims: 2 };
    expect(() => distanceMatrix(embeddings, 'cosine' as DistanceName)).toThrow(
      'unknown distance "cosine": known are squared',
    );
    expect(() => distanceMatrix({ ...embeddings, rows: 3 }, 'plain')).toThrow(
      'need 6 values, not 4',
    );
  });
});

describe('the gradient of a batch loss', () => {
  const losses = ['triplet', 'contrastive'] as const;

  test.each(everyDistance)(
    'is that of finite differences with %s distances, triplet after triplet or not',
    (_, distance) => {
      for (const dims of [1, 2, 3])
        for (const loss of losses)
          for (const miner of ['batch-all', 'batch-hard', violatingRandom] as const) {
            const batch = randomBatch(41, pkLabels(3, 4), dims);
            const config = { loss, distance, miner, reducer: 'mean' } as const;
            const numeric = finiteDifferences(
              Float64Array.from(batch.embeddings.values),
              (values) => computeLoss(withValues(batch, values), config).loss,
            );
            expect(largestDifference(computeLoss(batch, config).gradient, numeric)).toBeLessThan(
              1e-6,
            );
          }
    },
  );
});
