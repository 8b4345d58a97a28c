import { describe, expect, test } from 'vitest';
import { cloudRadius } from './cloudRadius.ts';

const cloud = (values: readonly number[], dims = 2) => ({
  values: Float64Array.from(values),
  rows: values.length / dims,
  dims,
});

describe('the radius of a cloud', () => {
  test('is the distance of points on a circle from its middle', () => {
    expect(cloudRadius(cloud([5, 0, 1, 0, 3, 2, 3, -2]))).toBeCloseTo(2, 12);
  });

  test('grows with the cloud and does not mind where it is', () => {
    const values = [0.3, -0.4, 1.1, 0.2, -0.7, 0.9];
    const moved = values.map((value) => 3 * value + 10);
    expect(cloudRadius(cloud(moved))).toBeCloseTo(3 * cloudRadius(cloud(values)), 12);
  });

  test('is 0 for one point, coincident points and none at all', () => {
    expect(cloudRadius(cloud([3, 4]))).toBe(0);
    expect(cloudRadius(cloud([3, 4, 3, 4]))).toBe(0);
    expect(cloudRadius(cloud([]))).toBe(0);
  });

  test('needs values that fill the rows', () => {
    expect(() => cloudRadius({ ...cloud([1, 2]), rows: 2 })).toThrow('need 4 values, not 2');
  });
});
