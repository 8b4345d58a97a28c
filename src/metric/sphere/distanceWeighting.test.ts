import { describe, expect, test } from 'vitest';
import { distancesFrom } from '#support/spherePoints.ts';
import { createRandom } from '../random.ts';
import { drawByDistance, WEIGHT_ENDS } from './distanceWeighting.ts';
import { createSphereDistances } from './sphereDistances.ts';

const DIMENSIONS = [2, 3, 4, 5, 8, 32, 128, 512];

const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, v) => sum + v, 0);

describe('distance-weighted sampling', () => {
  test.each(DIMENSIONS)(
    'in %i dimensions draws one negative, or none where none is near enough',
    (n) => {
      const sphere = createSphereDistances(n);
      const far = 1 - sphere.cumulative(WEIGHT_ENDS.last);
      for (const negatives of [1, 10, 1000]) {
        const { masses, nothing } = drawByDistance(sphere, negatives);
        expect(sumOf(masses)).toBeCloseTo(1, 8);
        expect(masses.every((mass) => mass >= 0)).toBe(true);
        expect(nothing).toBeCloseTo(far ** negatives, 12);
        sphere.distances.forEach((d, k) => {
          if (d >= WEIGHT_ENDS.last) expect(masses[k]).toBe(0);
        });
      }
    },
  );

  test('of a single negative draws that one, wherever it has a weight', () => {
    const sphere = createSphereDistances(8);
    const near = sumOf(sphere.masses.filter((_, k) => sphere.distances[k]! < WEIGHT_ENDS.last));
    const { masses } = drawByDistance(sphere, 1);
    masses.forEach((mass, k) => {
      if (sphere.distances[k]! < WEIGHT_ENDS.last)
        expect(mass).toBeCloseTo(sphere.masses[k]! / near, 10);
    });
  });

  test('of ever so many draws all distances between its ends alike, and hardly any nearer ones', () => {
    const sphere = createSphereDistances(4);
    const { masses } = drawByDistance(sphere, 1_000_000);
    const upTo = (end: number) => sumOf(masses.filter((_, k) => sphere.distances[k]! <= end));
    const [clipped, low, high] = [upTo(0.5), upTo(0.8), upTo(1.1)];
    expect(low - clipped).toBeCloseTo(high - low, 2);
    expect(high - low).toBeCloseTo(1 - high, 2);
    // In three dimensions and more the density falls towards 0, so that a constant weight draws few.
    expect(clipped).toBeLessThan(0.25);
  });

  test.each([
    [8, 20],
    [64, 50],
  ])('agrees in %i dimensions with %i negatives that are drawn', (n, negatives) => {
    const random = createRandom(31 * n);
    const sphere = createSphereDistances(n);
    const { masses } = drawByDistance(sphere, negatives);
    const batches = 500;
    let mean = 0;
    for (let batch = 0; batch < batches; batch++) {
      const batchDistances = distancesFrom(n, negatives, random).filter(
        (d) => d < WEIGHT_ENDS.last,
      );
      const weights = batchDistances.map((d) => 1 / sphere.density(Math.max(d, WEIGHT_ENDS.clip)));
      const all = sumOf(weights);
      mean += sumOf(batchDistances.map((d, k) => (d * weights[k]!) / all)) / batches;
    }
    expect(Math.abs(mean - sumOf(sphere.distances.map((d, k) => d * masses[k]!)))).toBeLessThan(
      0.02,
    );
  });

  test('is refused for a batch without negatives', () => {
    expect(() => drawByDistance(createSphereDistances(3), 0)).toThrow('1 or more');
  });
});
