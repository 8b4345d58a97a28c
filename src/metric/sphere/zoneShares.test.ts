import { describe, expect, test } from 'vitest';
import { distancesFrom } from '#support/spherePoints.ts';
import { createRandom } from '../random.ts';
import { createSphereDistances } from './sphereDistances.ts';
import { gapCumulative, gapWidth, zoneShares } from './zoneShares.ts';

const DIMENSIONS = [2, 3, 4, 5, 8, 32, 128, 512];

describe('the zones of random triplets', () => {
  test.each(DIMENSIONS)(
    'in %i dimensions half are hard, and a margin of 0 has no semi-hard ones',
    (n) => {
      const sphere = createSphereDistances(n);
      for (const distance of ['plain', 'squared'] as const) {
        const { hard, semiHard, easy } = zoneShares(sphere, sphere.masses, 0, distance);
        expect(hard).toBeCloseTo(0.5, 6);
        expect(semiHard).toBeCloseTo(0, 6);
        expect(easy).toBeCloseTo(0.5, 6);
        expect(zoneShares(sphere, sphere.masses, distance === 'plain' ? 2 : 4, distance).easy).toBe(
          0,
        );
      }
    },
  );

  test.each(DIMENSIONS)(
    'in %i dimensions are the shares between 0 and the margin of all differences',
    (n) => {
      const sphere = createSphereDistances(n);
      for (const distance of ['plain', 'squared'] as const) {
        const { hard, semiHard } = zoneShares(sphere, sphere.masses, 0.2, distance);
        expect(hard + semiHard).toBeCloseTo(gapCumulative(sphere, 0.2, distance), 5);
        expect(gapCumulative(sphere, -0.3, distance)).toBeCloseTo(
          1 - gapCumulative(sphere, 0.3, distance),
          5,
        );
        const width = gapWidth(sphere, 0.9, distance);
        expect(gapCumulative(sphere, width, distance)).toBeCloseTo(0.95, 6);
      }
    },
  );

  test('have closed forms in three dimensions, where the squared distance is uniform on [0, 4]', () => {
    const sphere = createSphereDistances(3);
    for (const m of [0.1, 0.5, 2]) {
      const { easy } = zoneShares(sphere, sphere.masses, m, 'squared');
      expect(easy).toBeCloseTo((1 - m / 4) ** 2 / 2, 5);
    }
  });

  test.each([2, 8, 128])('agree in %i dimensions with triplets that are drawn', (n) => {
    const random = createRandom(7 * n);
    const sphere = createSphereDistances(n);
    const count = 5000;
    const triplets = Array.from({ length: count }, () => distancesFrom(n, 2, random));
    for (const [distance, power] of [
      ['plain', 1],
      ['squared', 2],
    ] as const) {
      const { semiHard, easy } = zoneShares(sphere, sphere.masses, 0.2, distance);
      const gaps = triplets.map(([ap, an]) => an! ** power - ap! ** power);
      const near = 4 * Math.sqrt(0.25 / count);
      expect(Math.abs(gaps.filter((gap) => gap >= 0.2).length / count - easy)).toBeLessThan(near);
      const found = gaps.filter((gap) => gap > 0 && gap < 0.2).length / count;
      expect(Math.abs(found - semiHard)).toBeLessThan(near);
    }
  });
});
