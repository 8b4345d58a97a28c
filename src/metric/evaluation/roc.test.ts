import { describe, expect, test } from 'vitest';
import { equalErrorRate } from './equalErrorRate.ts';
import { equalErrorThreshold, errorRates } from './errorRates.ts';
import { areaUnderRoc, averagePrecisionOfPairs, rocCurve, tarAtFar } from './roc.ts';

const curve = rocCurve([0.2, 0.9, 0.5, 0.5, 0.7, 0.1], [false, true, true, false, false, true]);

describe('the ROC curve', () => {
  test('has a point for every distinct score, strictest first, after one that accepts nothing', () => {
    expect([...curve.thresholds]).toEqual([1.9, 0.9, 0.7, 0.5, 0.2, 0.1]);
    expect([...curve.far].map((rate) => 3 * rate)).toEqual([0, 0, 1, 2, 3, 3]);
    expect([...curve.tar].map((rate) => 3 * rate)).toEqual([0, 1, 1, 2, 2, 3]);
    expect([curve.positives, curve.negatives]).toEqual([3, 3]);
  });

  test('begins with a threshold above every score, at any scale', () => {
    for (const best of [1e17, 1, 1e-300, 0, -0, -1e-300, -1e17, -Number.MAX_VALUE]) {
      const [nothing] = rocCurve([best, -Number.MAX_VALUE], [true, false]).thresholds;
      expect(nothing, `${best}`).toBeGreaterThan(best);
      expect(nothing, `${best}`).toBeLessThan(Infinity);
    }
    expect(rocCurve([-Infinity], [true]).thresholds[0]).toBe(-Number.MAX_VALUE);
  });

  test('of no pairs is one point without a rate', () => {
    const none = rocCurve([], []);
    expect([...none.thresholds]).toEqual([Infinity]);
    expect([...none.far, ...none.tar]).toEqual([Number.NaN, Number.NaN]);
  });

  test('has trapezoids below it', () => {
    // Of nine combinations the same pair scores higher in 3 + 1.5 + 0.
    expect(areaUnderRoc(curve)).toBeCloseTo(4.5 / 9, 12);
  });

  test('has an average precision that adds up steps', () => {
    expect(averagePrecisionOfPairs(curve)).toBeCloseTo((1 + 2 / 4 + 3 / 6) / 3, 12);
    expect(averagePrecisionOfPairs(rocCurve([3, 2, 1], [true, true, false]))).toBe(1);
  });
});

describe('the true accept rate at a false accept rate', () => {
  test('is that of the last threshold within it, or lies on the line to the next', () => {
    expect(tarAtFar(curve, 0)).toEqual({ step: 1 / 3, interpolated: 1 / 3 });
    const { step, interpolated } = tarAtFar(curve, 0.5);
    expect(step).toBeCloseTo(1 / 3, 12);
    expect(interpolated).toBeCloseTo(1 / 2, 12);
    expect(tarAtFar(curve, 1 / 3).step).toBeCloseTo(1 / 3, 12);
    expect(tarAtFar(curve, 2 / 3).step).toBeCloseTo(2 / 3, 12);
    expect(tarAtFar(curve, 1)).toEqual({ step: 1, interpolated: 1 });
  });

  test('is asked for at a rate', () => {
    for (const rate of [-0.1, 1.1, Number.NaN])
      expect(() => tarAtFar(curve, rate)).toThrow(`from 0 to 1, not ${rate}`);
  });
});

describe('the equal error rate', () => {
  test('lies where the line between two points crosses equal errors', () => {
    // From (1/3, 1/3) to (2/3, 2/3): false accepts are as frequent as false rejects in the middle.
    expect(equalErrorRate(curve).interpolated).toBeCloseTo(1 / 2, 12);
  });

  test('takes the threshold where the errors differ least, and of several the strictest', () => {
    // At 3 as at 2 half of the false ones are accepted; all or none of the same ones are.
    const tied = rocCurve([3, 2, 1], [false, true, false]);
    expect(equalErrorThreshold(tied)).toBe(-3);
    expect(equalErrorRate(tied).nearestPoint).toBe((1 / 2 + 1) / 2);
    expect(equalErrorRate(tied).interpolated).toBe(1 / 2);
    const lopsided = rocCurve([6, 5, 4, 3, 2], [true, false, true, true, false]);
    expect(equalErrorThreshold(lopsided)).toBe(-4);
    expect(equalErrorRate(lopsided).nearestPoint).toBeCloseTo((1 / 2 + 1 / 3) / 2, 12);
  });

  test('is no number without pairs of a kind', () => {
    for (const same of [true, false])
      expect(equalErrorRate(rocCurve([2, 1], [same, same]))).toEqual({
        interpolated: Number.NaN,
        nearestPoint: Number.NaN,
      });
  });

  test('is 1 where everything is the wrong way round, and 0 where all is right', () => {
    const wrong = rocCurve([2, 1], [false, true]);
    expect(equalErrorRate(wrong)).toEqual({ interpolated: 1, nearestPoint: 1 / 2 + 1 / 2 });
    const right = rocCurve([2, 1], [true, false]);
    expect(equalErrorRate(right)).toEqual({ interpolated: 0, nearestPoint: 0 });
  });
});

describe('error rates', () => {
  test('are no numbers without pairs of a kind', () => {
    expect(errorRates({ distances: [1], same: [true] }, 2)).toMatchObject({
      ...{ far: Number.NaN, frr: 0, genuine: 1, impostor: 0 },
    });
    expect(errorRates({ distances: [1], same: [false] }, 2)).toMatchObject({
      ...{ far: 1, frr: Number.NaN, genuine: 0, impostor: 1 },
    });
  });
});
