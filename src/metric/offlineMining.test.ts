import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBatchLoss } from './batchLoss.ts';
import { listed } from './miners/listed.ts';
import { mineOffline, type OfflineNegative } from './offlineMining.ts';
import { createRandom } from './random.ts';
import { tripletLoss } from './tripletLoss.ts';

const rows = fc
  .array(
    fc.tuple(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 2 }),
    ),
    { minLength: 4, maxLength: 20 },
  )
  .filter((list) => {
    const labels = list.map(([, , label]) => label);
    return new Set(labels).size > 1 && new Set(labels).size < labels.length;
  });
const cloudOf = (list: readonly (readonly [number, number, number])[]) => ({
  embeddings: {
    values: Float64Array.from({ length: 2 * list.length }, (_, i) => list[i >> 1]![i % 2]!),
    rows: list.length,
    dims: 2,
  },
  labels: list.map(([, , label]) => label),
});
const MARGIN = 0.4;
const options = (negative: OfflineNegative) => ({
  negative,
  count: 12,
  distance: 'squared' as const,
  margin: MARGIN,
  random: createRandom(5),
});

describe('offline mining', () => {
  test('chooses valid triplets: hard negatives are the nearest, semi-hard ones just farther than the positive', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('random', 'hard', 'semi-hard'), (list, negative) => {
        const { embeddings, labels } = cloudOf(list);
        const triplets = mineOffline(embeddings, labels, options(negative));
        const d = (a: number, b: number) =>
          (list[a]![0] - list[b]![0]) ** 2 + (list[a]![1] - list[b]![1]) ** 2;
        for (let i = 0; i < triplets.length; i += 3) {
          const [a, p, n] = [triplets[i]!, triplets[i + 1]!, triplets[i + 2]!];
          expect(a).not.toBe(p);
          expect(labels[a]).toBe(labels[p]);
          expect(labels[a]).not.toBe(labels[n]);
          const others = labels.flatMap((label, row) => (label === labels[a] ? [] : [d(a, row)]));
          if (negative === 'hard') expect(d(a, n)).toBe(Math.min(...others));
          if (negative !== 'semi-hard') continue;
          const dAP = d(a, p);
          const farther = others.filter((dAN) => dAN > dAP);
          if (farther.some((dAN) => dAN < dAP + MARGIN)) {
            expect(d(a, n)).toBeGreaterThan(dAP);
            expect(d(a, n)).toBeLessThan(dAP + MARGIN);
          } else if (farther.length > 0) expect(d(a, n)).toBe(Math.min(...farther));
        }
      }),
    );
  });

  test('chooses as many as are asked for, and any of the semi-hard negatives', () => {
    const embeddings = { values: Float64Array.of(0, 0.1, 0.3, 0.4, 2), rows: 5, dims: 1 };
    const triplets = mineOffline(embeddings, [7, 7, 1, 2, 3], {
      ...options('semi-hard'),
      count: 40,
    });
    expect(triplets).toHaveLength(120);
    const chosen = new Set(triplets.filter((_, place) => place % 3 === 2));
    expect([...chosen].sort()).toEqual([2, 3]);
  });

  test('says when there is nothing to choose from', () => {
    const embeddings = { values: new Float64Array(4), rows: 2, dims: 2 };
    expect(() => mineOffline(embeddings, [1, 1], options('random'))).toThrow('a second class');
    expect(() => mineOffline(embeddings, [1, 2], options('random'))).toThrow(
      'at least two samples',
    );
    expect(() => mineOffline(embeddings, [1, 1, 2], options('random'))).toThrow(
      '2 embeddings need as many labels, not 3',
    );
    const unheard = { ...options('random'), distance: 'cosine' as 'plain' };
    expect(() => mineOffline(embeddings, [1, 2], unheard)).toThrow('unknown distance "cosine"');
  });

  test('its triplets, row after row, are what the loss of a batch sums over', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { embeddings, labels } = cloudOf(list);
        const triplets = mineOffline(embeddings, labels, options('semi-hard'));
        const values = Float64Array.from({ length: 2 * triplets.length }, (_, i) => {
          return embeddings.values[2 * triplets[i >> 1]! + (i % 2)]!;
        });
        const loss = createBatchLoss({
          loss: 'triplet',
          distance: 'squared',
          normalise: false,
          miner: listed,
          reducer: 'sum',
          margin: MARGIN,
        });
        const batch = { values, rows: triplets.length, dims: 2 };
        const batchLabels = Array.from(triplets, (row) => labels[row]!);
        const { loss: sum, selected } = loss(batch, batchLabels, createRandom(1));
        let expected = 0;
        for (let i = 0; i < triplets.length; i += 3) {
          const [a, p, n] = [0, 1, 2].map((k) => {
            const row = triplets[i + k]!;
            return [embeddings.values[2 * row]!, embeddings.values[2 * row + 1]!];
          });
          expected += tripletLoss(a!, p!, n!, { squared: true, margin: MARGIN }).loss;
        }
        expect(selected).toBe(triplets.length / 3);
        expect(sum).toBeCloseTo(expected, 10);
      }),
    );
  });
});
