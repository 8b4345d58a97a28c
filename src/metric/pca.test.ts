import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { principalAxes, projectOnto } from './pca.ts';
import { createRandom } from './random.ts';

const cloud = (values: ArrayLike<number>, dims: number) => ({
  values: Float64Array.from(values),
  rows: values.length / dims,
  dims,
});

function randomCloud(seed: number, rows: number, dims: number) {
  const random = createRandom(seed);
  return cloud(
    Array.from({ length: rows * dims }, (_, index) => (random() - 0.5) * (1 + (index % dims))),
    dims,
  );
}

describe('principal axes', () => {
  test('of points on a line is that line, with all the variance', () => {
    const { axes, mean, shares } = principalAxes(cloud([0, 0, 3, 4, 6, 8], 2), 2);
    expect([...mean]).toEqual([3, 4]);
    expect(axes[0]).toBeCloseTo(0.6, 12);
    expect(axes[1]).toBeCloseTo(0.8, 12);
    expect([...shares].map((share) => Number(share.toFixed(12)))).toEqual([1, 0]);
  });

  test('stand at right angles, have length 1, and come in the order of their variance', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 2, max: 16 }), (seed, dims) => {
        const { axes, shares } = principalAxes(randomCloud(seed, 50, dims), dims);
        for (let a = 0; a < dims; a++)
          for (let b = 0; b <= a; b++) {
            let dot = 0;
            for (let d = 0; d < dims; d++) dot += axes[a * dims + d]! * axes[b * dims + d]!;
            expect(dot).toBeCloseTo(a === b ? 1 : 0, 9);
          }
        expect([...shares]).toEqual([...shares].toSorted((a, b) => b - a));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 30 },
    );
  });

  test('keep more variance than any other direction', () => {
    const points = randomCloud(3, 200, 5);
    const [best] = principalAxes(points, 1).shares;
    const variance = (direction: readonly number[]) => {
      const length = Math.hypot(...direction);
      const places = Array.from(
        { length: points.rows },
        (_, row) =>
          direction.reduce((sum, part, d) => sum + part * points.values[row * 5 + d]!, 0) / length,
      );
      const mean = places.reduce((sum, place) => sum + place, 0) / points.rows;
      return places.reduce((sum, place) => sum + (place - mean) ** 2, 0) / points.rows;
    };
    const total = [0, 1, 2, 3, 4]
      .map((d) => variance([0, 1, 2, 3, 4].map((e) => (e === d ? 1 : 0))))
      .reduce((sum, value) => sum + value, 0);
    const random = createRandom(9);
    for (let trial = 0; trial < 100; trial++)
      expect(variance([0, 1, 2, 3, 4].map(() => random() - 0.5)) / total).toBeLessThanOrEqual(
        best! + 1e-12,
      );
  });

  test('on all axes keep every distance', () => {
    const points = randomCloud(4, 20, 3);
    const turned = projectOnto(principalAxes(points, 3), points);
    const distance = (values: ArrayLike<number>, a: number, b: number) =>
      Math.hypot(...[0, 1, 2].map((d) => values[3 * a + d]! - values[3 * b + d]!));
    for (let row = 1; row < 20; row++)
      expect(distance(turned, 0, row)).toBeCloseTo(distance(points.values, 0, row), 5);
  });

  test('point where they pointed a moment before', () => {
    const before = principalAxes(randomCloud(5, 40, 4), 2);
    const flipped = { ...before, axes: before.axes.map((part) => -part) };
    expect([...principalAxes(randomCloud(5, 40, 4), 2, flipped).axes]).toEqual([...flipped.axes]);
  });

  test('are finite for one point and for coincident ones', () => {
    for (const values of [
      [1, 2, 3],
      [1, 2, 3, 1, 2, 3],
    ]) {
      const points = cloud(values, 3);
      expect([...projectOnto(principalAxes(points, 2), points)].every((value) => value === 0)).toBe(
        true,
      );
    }
  });

  test('cannot be more than there are dimensions', () => {
    expect(() => principalAxes(cloud([1, 2], 2), 3)).toThrow(
      '2 dimensions have 1 to 2 principal axes, not 3',
    );
  });
});

test('with fewer points than dimensions the axes and shares are those of the points turned over', () => {
  const random = createRandom(3);
  const [rows, dims] = [6, 9];
  const values = Float64Array.from({ length: rows * dims }, () => random());
  const wide = principalAxes({ values, rows, dims }, 2);
  // The same cloud twice over has the same axes, and more points than dimensions.
  const twice = Float64Array.from([...values, ...values]);
  const tall = principalAxes({ values: twice, rows: 2 * rows, dims }, 2);
  wide.axes.forEach((part, k) => {
    expect(part).toBeCloseTo(tall.axes[k]!, 8);
  });
  expect(wide.shares[0]).toBeCloseTo(tall.shares[0]!, 10);
  expect(wide.shares[1]).toBeCloseTo(tall.shares[1]!, 10);
});
