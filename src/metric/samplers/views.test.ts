import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { views } from './views.ts';

const labels = Array.from({ length: 40 }, (_, i) => i % 2);
const sampler = (p: number, k: number, seed = 1) =>
  views.create({ labels, p, k, random: createRandom(seed) });

describe('the sampler of views', () => {
  test('draws p different samples, k rows of each after one another, each a group by itself', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (seed, p, k) => {
          const { places, groups } = sampler(p, k, seed)();
          expect(places).toHaveLength(p * k);
          expect(groups).toEqual(places);
          expect(new Set(places).size).toBe(p);
          places.forEach((place, row) => {
            expect(place).toBe(places[Math.floor(row / k) * k]);
          });
        },
      ),
    );
  });

  test('asks no labels: samples of one class are groups apart', () => {
    const alike = views.create({ labels: [7, 7, 7], p: 3, k: 2, random: createRandom(1) })();
    expect(new Set(alike.groups).size).toBe(3);
  });

  test('draws the same batches from the same seed, others from another, and all in time', () => {
    const batches = (seed: number) => {
      const sample = sampler(5, 2, seed);
      return Array.from({ length: 60 }, () => [...sample().places]);
    };
    expect(batches(3)).toEqual(batches(3));
    expect(batches(3)).not.toEqual(batches(4));
    expect(new Set(batches(3).flat()).size).toBe(40);
  });

  test('refuses more samples than there are, and counts that are none', () => {
    expect(() => sampler(41, 2)).toThrow(
      '41 different samples in a batch need as many to train on, and there are 40: choose a smaller p',
    );
    expect(() => sampler(4, 0)).toThrow('k (views of each) must be a whole number of at least 1');
  });

  test('says how many rows, positives and negatives there are', () => {
    expect(views.told({ p: 256, k: 2 })).toBe(
      '512 rows: 256 images without their labels, 2 views of each. A view has 1 positive and 510 negatives.',
    );
    expect(views.told({ p: 4, k: 3 })).toContain('2 positives and 9 negatives');
  });
});
