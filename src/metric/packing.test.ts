import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseRows } from './normalise.ts';
import { widestSpacing } from './packing.ts';
import { squaredDistance } from './pairwise.ts';
import { createRandom } from './random.ts';

describe('the widest spacing on the unit sphere', () => {
  test('is that of the regular polygon on the circle', () => {
    expect(widestSpacing(10, 2)).toBeCloseTo(0.618034, 6);
    expect(widestSpacing(6, 2)).toBeCloseTo(1, 12);
  });

  test('is that of the regular solids in space, and of the simplex in any number of dimensions', () => {
    expect(widestSpacing(4, 3)).toBeCloseTo(Math.sqrt(8 / 3), 12);
    expect(widestSpacing(6, 3)).toBeCloseTo(Math.SQRT2, 12);
    expect(widestSpacing(12, 3)).toBeCloseTo(1.051462, 6);
    expect(widestSpacing(2, 16)).toBe(2);
    expect(widestSpacing(10, 16)).toBeCloseTo(Math.sqrt(20 / 9), 12);
  });

  test('is a right angle for more points than a simplex has, and less in space for many', () => {
    expect(widestSpacing(2, 3)).toBe(2);
    expect(widestSpacing(3, 3)).toBeCloseTo(Math.sqrt(3), 12);
    expect(widestSpacing(5, 3)).toBeCloseTo(Math.SQRT2, 12);
    expect(widestSpacing(7, 3)).toBeLessThan(1.34);
    expect(widestSpacing(5, 4)).toBeCloseTo(Math.sqrt(10 / 4), 12);
    expect(widestSpacing(6, 4)).toBeCloseTo(Math.SQRT2, 12);
    expect(widestSpacing(50, 4)).toBeCloseTo(Math.SQRT2, 12);
  });

  test('is not exceeded by any arrangement', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 20 }),
        fc.constantFrom(2, 3, 16),
        fc.integer({ min: 0, max: 1e6 }),
        (rows, dims, seed) => {
          const random = createRandom(seed);
          const values = Float64Array.from({ length: rows * dims }, () => random() - 0.5);
          const unit = normaliseRows({ values, rows, dims });
          const point = (row: number) => unit.subarray(row * dims, (row + 1) * dims);
          let least = Number.POSITIVE_INFINITY;
          for (let a = 0; a < rows; a++)
            for (let b = 0; b < a; b++)
              least = Math.min(least, squaredDistance(point(a), point(b)));
          expect(Math.sqrt(least)).toBeLessThanOrEqual(widestSpacing(rows, dims) + 1e-9);
        },
      ),
    );
  });

  test('needs points and dimensions', () => {
    expect(widestSpacing(1, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(widestSpacing(1, 3)).toBe(Number.POSITIVE_INFINITY);
    for (const [count, dims] of [
      [0, 2],
      [1.5, 2],
      [3, 1],
      [3, 2.5],
    ] as const)
      expect(() => widestSpacing(count, dims)).toThrow(
        `one point or more in two dimensions or more, not of ${count} in ${dims}`,
      );
  });
});
