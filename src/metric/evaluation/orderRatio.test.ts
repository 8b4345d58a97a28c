import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderRatio } from './orderRatio.ts';

const line = (...xs: readonly number[]) => ({
  values: Float64Array.from(xs),
  rows: xs.length,
  dims: 1,
});

describe('the order of the hardest triplets', () => {
  test('is the closest negatives’ mean distance over that of the farthest positives', () => {
    // Farthest positives 3, 2, 3, 1, 1; closest negatives 4, 3, 1, 1, 2.
    expect(orderRatio(line(0, 1, 3, 4, 5), [0, 0, 0, 1, 1])).toBeCloseTo(11 / 10);
  });

  test('leaves out anchors without a positive or a negative', () => {
    expect(orderRatio(line(0, 1, 10), [0, 0, 1])).toBe((10 + 9) / (1 + 1));
    expect(orderRatio(line(0, 1), [0, 0])).toBe(1);
    expect(orderRatio(line(0, 1), [0, 1])).toBe(1);
  });

  test('is 1 in a single point, and infinite where every class is a point of its own', () => {
    expect(orderRatio(line(2, 2, 2, 2), [0, 0, 1, 1])).toBe(1);
    expect(orderRatio(line(2, 2, 3, 3), [0, 0, 1, 1])).toBe(Number.POSITIVE_INFINITY);
  });

  test('stays what it is when the cloud grows, shrinks or moves', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (xs, scale) => {
          const labels = [0, 0, 1, 1, 2, 2];
          const moved = line(...xs.map((x) => scale * (x + 7)));
          const ratio = orderRatio(line(...xs), labels);
          if (Number.isFinite(ratio)) expect(orderRatio(moved, labels)).toBeCloseTo(ratio, 6);
        },
      ),
    );
  });

  test('refuses labels that do not fit', () => {
    expect(() => orderRatio(line(0, 1), [0])).toThrow('2 embeddings need as many labels');
  });
});
