import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveNumber, logSumExp, softmax } from './softmax.ts';

const value = fc.double({ min: -1e4, max: 1e4, noNaN: true });
const values = fc.array(value, { minLength: 1, maxLength: 20 });

describe('a softmax', () => {
  test('has shares of at least 0 that sum to 1, at any size and temperature', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 10, noNaN: true }), (given, temperature) => {
        const shares = softmax(given, temperature);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('is the plain quotient where nothing overflows', () => {
    const given = [0.3, -1, 2];
    const powers = given.map((each) => Math.exp(each / 0.5));
    const sum = powers.reduce((all, power) => all + power, 0);
    softmax(given, 0.5).forEach((share, i) => {
      expect(share).toBeCloseTo(powers[i]! / sum, 12);
    });
  });

  test('cold has the largest alone, hot has all alike', () => {
    expect([...softmax([1, 2, 0], 1e-4)]).toEqual([0, 1, 0]);
    for (const share of softmax([1, 2, 0], 1e6)) expect(share).toBeCloseTo(1 / 3, 5);
  });

  test('is as spread as so many equal shares', () => {
    expect(effectiveNumber([0.25, 0.25, 0.25, 0.25])).toBe(4);
    expect(effectiveNumber([1, 0, 0])).toBe(1);
  });
});

test('the logarithm of a sum of exponentials lies between the largest and that plus ln n', () => {
  fc.assert(
    fc.property(values, (given) => {
      const found = logSumExp(given);
      const most = Math.max(...given);
      expect(found).toBeGreaterThanOrEqual(most);
      expect(found).toBeLessThanOrEqual(most + Math.log(given.length) + 1e-9);
    }),
  );
  expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY);
  expect(logSumExp([1, 5], (i) => i === 0)).toBe(1);
});
