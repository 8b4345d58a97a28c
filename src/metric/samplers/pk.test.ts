import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { createPKSampler } from './pk.ts';

const labels = Array.from({ length: 60 }, (_, i) => i % 6);

describe('the P×K sampler', () => {
  test('draws blocks of k different samples of p different classes', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 10 }),
        (seed, p, k) => {
          const sample = createPKSampler({ labels, p, k, random: createRandom(seed) });
          const batch = [...sample()];
          expect(batch).toHaveLength(p * k);
          expect(new Set(batch).size).toBe(p * k);
          const classes = batch.map((row) => labels[row]);
          expect(new Set(classes).size).toBe(p);
          for (let i = 0; i < batch.length; i++)
            expect(classes[i]).toBe(classes[Math.floor(i / k) * k]);
        },
      ),
    );
  });

  test('draws the same batches from the same seed, and others from another', () => {
    const batches = (seed: number) => {
      const sample = createPKSampler({ labels, p: 3, k: 4, random: createRandom(seed) });
      return [sample(), sample(), sample()];
    };
    expect(batches(5)).toEqual(batches(5));
    expect(batches(5)).not.toEqual(batches(6));
  });

  test('repeats samples only of a class that has too few', () => {
    const own = [1, 1, 1, 1, 0, 0];
    const sample = createPKSampler({ labels: own, p: 2, k: 4, random: createRandom(1) });
    for (let draw = 0; draw < 20; draw++) {
      const batch = [...sample()];
      const blocks = [batch.slice(0, 4), batch.slice(4)].map((rows) => rows.toSorted());
      const few = blocks.findIndex((rows) => rows.every((row) => row >= 4));
      expect(blocks[few]).toHaveLength(4);
      expect(blocks[1 - few]).toEqual([0, 1, 2, 3]);
    }
  });

  test('reaches every class and every sample in time', () => {
    const sample = createPKSampler({ labels, p: 2, k: 3, random: createRandom(1) });
    const seen = new Set<number>();
    for (let i = 0; i < 200; i++) for (const row of sample()) seen.add(row);
    expect(seen.size).toBe(60);
  });

  test('refuses more classes than there are, and counts that are none', () => {
    const create = (p: number, k: number) => () =>
      createPKSampler({ labels, p, k, random: createRandom(1) });
    expect(create(7, 2)).toThrow('and there are 6: choose a smaller p');
    expect(create(2, 0)).toThrow('k (samples per class) must be a whole number of at least 1');
    expect(create(2.5, 2)).toThrow('p (classes per batch) must be a whole number');
    expect(() =>
      createPKSampler({ labels: [0, 0.5], p: 1, k: 1, random: createRandom(1) }),
    ).toThrow('whole numbers; label 1 is 0.5');
  });
});
