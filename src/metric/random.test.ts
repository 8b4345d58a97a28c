import { describe, expect, test } from 'vitest';
import { createRandom, randomIndex, shuffleFront } from './random.ts';

describe('a seeded source', () => {
  test('gives the numbers of mulberry32, the same on every machine', () => {
    const random = createRandom(1);
    const first = [random(), random(), random()].map((x) => x * 2 ** 32);
    expect(first).toEqual([2693262067, 11749833, 2265367787]);
  });

  test('takes any whole number as its seed, and nothing else', () => {
    expect(createRandom(-1)()).toBe(createRandom(2 ** 32 - 1)());
    expect(() => createRandom(0.5)).toThrow('a seed must be a whole number, not 0.5');
    expect(() => createRandom(Number.NaN)).toThrow('not NaN');
  });

  test('is uniform from 0 to below 1', () => {
    const random = createRandom(3);
    const bins = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw++) bins[randomIndex(random, 10)]!++;
    for (const count of bins) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('a shuffled front', () => {
  test('is a choice of different items, the rest being kept behind it', () => {
    const items = Int32Array.of(10, 11, 12, 13, 14);
    shuffleFront(items, 2, createRandom(4));
    expect([...items].toSorted()).toEqual([10, 11, 12, 13, 14]);
  });

  test('has every order equally often', () => {
    const random = createRandom(5);
    const seen = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw++) {
      const items = Int32Array.of(0, 1, 2);
      shuffleFront(items, 2, random);
      const key = items.subarray(0, 2).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test('of no items leaves all in place', () => {
    const items = Int32Array.of(3, 2, 1);
    shuffleFront(items, 0, createRandom(1));
    expect([...items]).toEqual([3, 2, 1]);
  });
});
