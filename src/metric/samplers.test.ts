import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupByLabel } from './classes.ts';
import { countBatch } from './counts.ts';
import { createRandom } from './random.ts';
import { createPKSampler, createTripletSampler } from './samplers.ts';

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
    expect(create(7, 2)).toThrow('which has 6: choose a smaller p');
    expect(create(2, 0)).toThrow('k (samples per class) must be a whole number of at least 1');
    expect(create(2.5, 2)).toThrow('p (classes per batch) must be a whole number');
    expect(() =>
      createPKSampler({ labels: [0, 0.5], p: 1, k: 1, random: createRandom(1) }),
    ).toThrow('whole numbers; label 1 is 0.5');
  });
});

describe('the triplet sampler', () => {
  test('draws valid triplets only', () => {
    const own = [0, 0, 1, 1, 1, 2];
    const sample = createTripletSampler({ labels: own, count: 500, random: createRandom(3) });
    const drawn = sample();
    for (let t = 0; t < drawn.length; t += 3) {
      const [a, p, n] = [drawn[t]!, drawn[t + 1]!, drawn[t + 2]!];
      expect(p).not.toBe(a);
      expect(own[p]).toBe(own[a]);
      expect(own[n]).not.toBe(own[a]);
    }
    expect(new Set(drawn).size).toBe(6);
  });

  test('reaches every valid triplet, of two classes as of more', () => {
    for (const own of [
      [0, 0, 1],
      [0, 0, 0, 1, 1, 2],
    ]) {
      const sample = createTripletSampler({ labels: own, count: 20, random: createRandom(3) });
      const seen = new Set<string>();
      for (let draw = 0; draw < 50; draw++) {
        const drawn = [...sample()];
        expect(drawn).toHaveLength(60);
        for (let t = 0; t < 60; t += 3) seen.add(drawn.slice(t, t + 3).join());
      }
      expect(seen.size).toBe(countBatch(groupByLabel(own)).validTriplets);
    }
  });

  test('refuses data without a valid triplet, and a count that is none', () => {
    const create =
      (bad: number[], count = 1) =>
      () =>
        createTripletSampler({ labels: bad, count, random: createRandom(1) });
    expect(create([1, 1, 1])).toThrow('a second class');
    expect(create([1, 2, 3])).toThrow('a class of at least two samples');
    expect(create([1, 1, 0.5])).toThrow('whole numbers; label 2 is 0.5');
    expect(create([1, 1, 2], 0)).toThrow('count (triplets per draw) must be a whole number');
  });
});
