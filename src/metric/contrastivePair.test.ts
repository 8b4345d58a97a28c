import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finiteDifferences, largestDifference } from '#support/batches.ts';
import { contrastivePair } from './contrastivePair.ts';

const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
const point = fc.tuple(coordinate, coordinate, coordinate);
const y = fc.constantFrom<(0 | 1)[]>(0, 1);
const margin = fc.double({ min: 0, max: 3, noNaN: true });

describe('the contrastive loss of a pair', () => {
  test('is the square of the distance for similar points', () => {
    const pair = contrastivePair([0, 0], [3, 4], 1, 1);
    expect(pair).toMatchObject({ loss: 25, distance: 5, pull: 25, push: 0 });
    expect([...pair.gradI]).toEqual([-6, -8]);
  });

  test('is the square of what the distance lacks of the margin for dissimilar ones', () => {
    const pair = contrastivePair([0, 0], [0.6, 0.8], 0, 3);
    expect(pair).toMatchObject({ loss: 4, distance: 1, pull: 0, push: 4 });
    expect([...pair.gradJ].map((value) => Number(value.toFixed(12)))).toEqual([-2.4, -3.2]);
  });

  test('and its gradient are 0 for dissimilar points from the margin outwards', () => {
    for (const far of [1, 1.5]) {
      const pair = contrastivePair([0], [far], 0, 1);
      expect(pair.loss).toBe(0);
      expect(pair.gradI[0]).toBeCloseTo(0, 15);
    }
  });

  test('has a finite gradient, zero, where dissimilar points coincide', () => {
    const pair = contrastivePair([1, 1], [1, 1], 0, 1);
    expect(pair.loss).toBe(1);
    expect([...pair.gradI, ...pair.gradJ].every((value) => value === 0)).toBe(true);
  });

  test('has the gradient of finite differences', () => {
    fc.assert(
      fc.property(point, point, y, margin, (xi, xj, similar, m) => {
        const { distance, gradI, gradJ } = contrastivePair(xi, xj, similar, m);
        fc.pre(distance > 1e-2);
        const numeric = finiteDifferences(
          Float64Array.from([...xi, ...xj]),
          (values) => contrastivePair(values.subarray(0, 3), values.subarray(3), similar, m).loss,
        );
        expect(largestDifference([...gradI, ...gradJ], numeric)).toBeLessThan(1e-5);
      }),
    );
  });

  test('pushes and pulls both points equally, in opposite directions', () => {
    fc.assert(
      fc.property(point, point, y, margin, (xi, xj, similar, m) => {
        const { gradI, gradJ } = contrastivePair(xi, xj, similar, m);
        expect(gradI.every((value, d) => value + gradJ[d]! === 0)).toBe(true);
      }),
    );
  });

  test('refuses points of different dimension, a y that is no bit and a negative margin', () => {
    expect(() => contrastivePair([0, 0], [1], 1, 1)).toThrow('not 2 and 1');
    expect(() => contrastivePair([], [], 1, 1)).toThrow('at least one, not 0 and 0');
    expect(() => contrastivePair([0], [1], 0.5 as 0, 1)).toThrow('1 (similar) or 0');
    expect(() => contrastivePair([0], [1], 0, -1)).toThrow('at least 0, not -1');
  });
});
