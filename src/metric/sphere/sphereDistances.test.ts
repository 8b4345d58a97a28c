import { describe, expect, test } from 'vitest';
import { distancesFrom } from '#support/spherePoints.ts';
import { createRandom } from '../random.ts';
import { createSphereDistances, type SphereDistances } from './sphereDistances.ts';

const DIMENSIONS = [2, 3, 4, 5, 8, 32, 128, 512];

const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, v) => sum + v, 0);
const meanOf = (sphere: SphereDistances, masses: Float64Array, f: (d: number) => number) =>
  sumOf(sphere.distances.map((d, k) => masses[k]! * f(d)));

describe('the distance of two random points on the unit sphere', () => {
  const distances = [0.01, 0.3, 0.7, 1, Math.SQRT2, 1.7, 1.99];

  test('has the closed forms of two, three and five dimensions', () => {
    const [circle, ball, five] = [2, 3, 5].map(createSphereDistances);
    for (const d of distances) {
      expect(circle!.density(d)).toBeCloseTo(1 / (Math.PI * Math.sqrt(1 - d ** 2 / 4)), 10);
      expect(circle!.cumulative(d)).toBeCloseTo((2 / Math.PI) * Math.asin(d / 2), 10);
      expect(ball!.density(d)).toBeCloseTo(d / 2, 12);
      expect(ball!.cumulative(d)).toBeCloseTo(d ** 2 / 4, 10);
      const u = d ** 2 / 4;
      expect(five!.cumulative(d)).toBeCloseTo(u ** 2 * (3 - 2 * u), 10);
    }
  });

  test.each(DIMENSIONS)(
    'has in %i dimensions a density that is the slope of its cumulative',
    (n) => {
      const sphere = createSphereDistances(n);
      const h = 1e-5;
      for (const d of distances) {
        const slope = (sphere.cumulative(d + h) - sphere.cumulative(d - h)) / (2 * h);
        expect(Math.abs(sphere.density(d) - slope)).toBeLessThan(1e-5 * (1 + sphere.density(d)));
      }
    },
  );

  test.each(DIMENSIONS)(
    'in %i dimensions sums to 1, with the mean square 2 and its variance 4/D',
    (n) => {
      const sphere = createSphereDistances(n);
      expect(sumOf(sphere.masses)).toBeCloseTo(1, 12);
      expect(meanOf(sphere, sphere.masses, (d) => d ** 2)).toBeCloseTo(2, 10);
      expect(meanOf(sphere, sphere.masses, (d) => (d ** 2 - 2) ** 2)).toBeCloseTo(4 / n, 5);
      expect([-1, 0, 2, 3].map(sphere.cumulative)).toEqual([0, 0, 1, 1]);
      expect([sphere.density(-0.1), sphere.density(2.1)]).toEqual([0, 0]);
    },
  );

  test('has quantiles that undo the cumulative, and the median √2', () => {
    for (const n of DIMENSIONS) {
      const sphere = createSphereDistances(n);
      expect(sphere.quantile(0.5)).toBeCloseTo(Math.SQRT2, 10);
      for (const share of [0.001, 0.05, 0.95, 0.999])
        expect(sphere.cumulative(sphere.quantile(share))).toBeCloseTo(share, 10);
    }
  });

  test('is finite in 512 dimensions, however far from √2', () => {
    const sphere = createSphereDistances(512);
    for (const d of [0, 1e-9, 0.1, 1.9999, 2]) {
      expect(Number.isFinite(sphere.cumulative(d))).toBe(true);
      expect(sphere.density(d)).toBeLessThan(13);
    }
    expect(sphere.masses.every(Number.isFinite)).toBe(true);
  });

  test.each([2, 5, 128])('agrees in %i dimensions with points that are drawn', (n) => {
    const random = createRandom(n);
    const sphere = createSphereDistances(n);
    const count = 5000;
    const drawn = Array.from({ length: count }, () => distancesFrom(n, 1, random)[0]!);
    for (const share of [0.1, 0.5, 0.9]) {
      const found = drawn.filter((d) => d <= sphere.quantile(share)).length / count;
      expect(Math.abs(found - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / count));
    }
  });

  test('is refused for what is no number of dimensions', () => {
    for (const n of [1, 0, 2.5, Number.NaN])
      expect(() => createSphereDistances(n)).toThrow('2 or more');
  });
});
