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

  test('point so that their largest part is positive where nothing was a moment before', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.constantFrom([30, 4], [5, 9]), (seed, [rows, dims]) => {
        const { axes } = principalAxes(randomCloud(seed, rows!, dims!), 2);
        for (const axis of [axes.subarray(0, dims), axes.subarray(dims)]) {
          const largest = Math.max(...axis.map(Math.abs));
          expect([...axis]).toContain(largest);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('do not heed axes of a moment before that were of another space, or fewer', () => {
    const points = randomCloud(5, 40, 4);
    const { axes } = principalAxes(points, 2);
    const flipped = { ...principalAxes(points, 2), axes: axes.map((part) => -part) };
    const elsewhere = { ...flipped, dims: 2 };
    expect([...principalAxes(points, 2, elsewhere).axes]).toEqual([...axes]);
    const first = { ...flipped, axes: flipped.axes.slice(0, 4), count: 1 };
    expect([...principalAxes(points, 2, first).axes]).toEqual([
      ...flipped.axes.subarray(0, 4),
      ...axes.subarray(4),
    ]);
  });

  test('of an ellipse are its own, with the shares of its half-axes squared', () => {
    const [cos, sin] = [Math.cos(2), Math.sin(2)];
    const turns = Array.from({ length: 12 }, (_, k) => (k * Math.PI) / 6);
    const ellipse = turns.flatMap((turn) => {
      const [u, v] = [3 * Math.cos(turn), Math.sin(turn)];
      return [5 + cos * u - sin * v, -7 + sin * u + cos * v];
    });
    const { mean, axes, shares } = principalAxes(cloud(ellipse, 2), 2);
    [5, -7].forEach((middle, d) => {
      expect(mean[d]).toBeCloseTo(middle, 12);
    });
    // The long axis points to 2 radians, the short one a right angle before it.
    [cos, sin, sin, -cos].forEach((part, k) => {
      expect(axes[k]).toBeCloseTo(part, 12);
    });
    expect([shares[0], shares[1]].map((share) => Number(share!.toFixed(12)))).toEqual([0.9, 0.1]);
  });

  test('stand at right angles even where points vary in fewer directions than are asked for', () => {
    const direction = Array.from({ length: 9 }, (_, d) => d - 3);
    const collinear = [0, 1, 2, 5].flatMap((place) => direction.map((part) => place * part));
    const { axes, shares } = principalAxes(cloud(collinear, 9), 2);
    const dot = (a: number, b: number) =>
      direction.reduce((sum, _, d) => sum + axes[9 * a + d]! * axes[9 * b + d]!, 0);
    expect(dot(0, 0)).toBeCloseTo(1, 9);
    expect(dot(1, 1)).toBeCloseTo(1, 9);
    expect(dot(0, 1)).toBeCloseTo(0, 9);
    expect(shares[0]).toBeCloseTo(1, 9);
    expect(shares[1]).toBeCloseTo(0, 9);
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
    for (const count of [3, 0, 1.5])
      expect(() => principalAxes(cloud([1, 2], 2), count)).toThrow(
        `2 dimensions have 1 to 2 principal axes, not ${count}`,
      );
  });

  test('need values that fill the rows, and points of their own space to be projected', () => {
    expect(() => principalAxes({ ...cloud([1, 2], 2), rows: 2 }, 1)).toThrow(
      'need 4 values, not 2',
    );
    const axes = principalAxes(cloud([0, 0, 3, 4], 2), 1);
    expect(() => projectOnto(axes, cloud([1, 2, 3], 3))).toThrow(
      'axes of 2 dimensions cannot project 3',
    );
    expect(() => projectOnto(axes, { ...cloud([1, 2], 2), rows: 2 })).toThrow('need 4 values');
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
