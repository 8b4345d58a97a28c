import { describe, expect, test } from 'vitest';
import { normaliseRows } from '../normalise.ts';
import { createRandom, normal } from '../random.ts';
import { coordinateSpread } from './coordinateSpread.ts';

describe('the spread of the coordinates', () => {
  test('is the mean of their standard deviations', () => {
    const rows = { values: Float64Array.of(0, 1, 2, 5), rows: 2, dims: 2 };
    expect(coordinateSpread(rows)).toBe((1 + 2) / 2);
  });

  test('is about 1/√D over the whole sphere, and never more', () => {
    const random = createRandom(6);
    for (const dims of [2, 32]) {
      const drawn = Float64Array.from({ length: 400 * dims }, () => normal(random));
      const values = normaliseRows({ values: drawn, rows: 400, dims });
      const spread = coordinateSpread({ values, rows: 400, dims });
      expect(spread).toBeLessThanOrEqual(1 / Math.sqrt(dims));
      expect(spread).toBeGreaterThan(0.97 / Math.sqrt(dims));
    }
  });

  test('is 0 where all rows are one, and without rows', () => {
    expect(coordinateSpread({ values: Float64Array.of(1, 2, 1, 2), rows: 2, dims: 2 })).toBe(0);
    expect(coordinateSpread({ values: new Float64Array(), rows: 0, dims: 2 })).toBe(0);
  });
});
