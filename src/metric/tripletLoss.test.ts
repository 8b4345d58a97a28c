import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finiteDifferences, largestDifference } from '#support/batches.ts';
import { type TripletOptions, tripletLoss, zoneOf } from './tripletLoss.ts';

const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
const point = fc.tuple(coordinate, coordinate);
const options: fc.Arbitrary<TripletOptions> = fc.record({
  margin: fc.double({ min: 0, max: 2, noNaN: true }),
  squared: fc.boolean(),
});
const squared = { margin: 0.5, squared: true };

describe('the triplet loss', () => {
  test('is d_ap - d_an + margin where that is positive', () => {
    expect(tripletLoss([0, 0], [2, 0], [1, 0], squared)).toMatchObject({
      loss: 3.5,
      hinge: 3.5,
      dAP: 4,
      dAN: 1,
      zone: 'hard',
    });
    expect(tripletLoss([0, 0], [2, 0], [1, 0], { ...squared, squared: false })).toMatchObject({
      loss: 1.5,
      dAP: 2,
      dAN: 1,
    });
  });

  test('has the gradients 2(n - p), 2(p - a) and 2(a - n) with squared distances', () => {
    const [a, p, n] = [
      [0, 0],
      [1, 0.5],
      [0.5, -1],
    ];
    const { gradA, gradP, gradN } = tripletLoss(a!, p!, n!, squared);
    expect([...gradA]).toEqual([-1, -3]);
    expect([...gradP]).toEqual([2, 1]);
    expect([...gradN]).toEqual([-1, 2]);
  });

  test('and its gradient are exactly 0 for an easy triplet', () => {
    const easy = tripletLoss([0, 0], [0.1, 0], [2, 0], squared);
    expect(easy).toMatchObject({ loss: 0, zone: 'easy' });
    expect([...easy.gradA, ...easy.gradP, ...easy.gradN].every((value) => value === 0)).toBe(true);
  });

  test('does not need the positive to coincide with the anchor to be 0', () => {
    expect(tripletLoss([0, 0], [3, 0], [0, 4], squared).loss).toBe(0);
  });

  test('is the margin, without any force, where all three points coincide', () => {
    for (const isSquared of [true, false]) {
      const { loss, gradA, gradP, gradN } = tripletLoss([1, 1], [1, 1], [1, 1], {
        margin: 0.7,
        squared: isSquared,
      });
      expect(loss).toBe(0.7);
      expect([...gradA, ...gradP, ...gradN].every((value) => value === 0)).toBe(true);
    }
  });

  test('has the gradient of finite differences, and forces that add up to nothing', () => {
    fc.assert(
      fc.property(point, point, point, options, (a, p, n, chosen) => {
        const { hinge, dAP, dAN, gradA, gradP, gradN } = tripletLoss(a, p, n, chosen);
        fc.pre(Math.abs(hinge) > 1e-4 && dAP > 1e-2 && dAN > 1e-2);
        const numeric = finiteDifferences(
          Float64Array.from([...a, ...p, ...n]),
          (v) => tripletLoss(v.subarray(0, 2), v.subarray(2, 4), v.subarray(4), chosen).loss,
        );
        expect(largestDifference([...gradA, ...gradP, ...gradN], numeric)).toBeLessThan(1e-5);
        for (const d of [0, 1]) expect(gradA[d]! + gradP[d]! + gradN[d]!).toBeCloseTo(0, 12);
      }),
    );
  });

  test('refuses points of different dimension and a margin that is none', () => {
    expect(() => tripletLoss([0], [0], [0, 1], squared)).toThrow('not 1, 1 and 2');
    expect(() => tripletLoss([0], [0, 1], [0], squared)).toThrow('not 1, 2 and 1');
    expect(() => tripletLoss([], [], [], squared)).toThrow('at least one, not 0, 0 and 0');
    expect(() => tripletLoss([0], [0], [0], { margin: Infinity, squared: true })).toThrow(
      'finite number',
    );
  });
});

describe('the zones', () => {
  test('leave no tie without a zone: easy from the margin outwards, hard up to the positive', () => {
    expect(zoneOf(1, 1.5, 0.5)).toBe('easy');
    expect(zoneOf(1, 1, 0.5)).toBe('hard');
    expect(zoneOf(1, 1.25, 0.5)).toBe('semi-hard');
    expect(zoneOf(1, 1.5, 0.5, 'semi-hard')).toBe('semi-hard');
  });

  test('say what the loss is: 0, between 0 and the margin, or at least the margin', () => {
    fc.assert(
      fc.property(point, point, point, options, (a, p, n, chosen) => {
        const { loss, zone, dAP, dAN } = tripletLoss(a, p, n, chosen);
        if (zone === 'easy') expect(loss).toBeLessThan(1e-12);
        if (zone === 'semi-hard') expect(dAN).toBeGreaterThan(dAP);
        if (zone === 'hard') expect(loss).toBeGreaterThanOrEqual(chosen.margin - 1e-12);
      }),
    );
  });
});
