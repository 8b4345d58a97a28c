import { describe, expect, test } from 'vitest';
import { createRandom } from '#metric/random.ts';
import { DEFAULT_CONFIG } from './config.ts';
import { createEpoch } from './epoch.ts';

const STEPS = 3;
const config = { ...DEFAULT_CONFIG, miner: 'offline-hard', epochLength: STEPS } as const;
const labels = Array.from({ length: 20 }, (_, row) => row % 4);

/** An epoch over samples on a line, each at its own number, and the rows it has had embedded. */
function onLine(pool: number, tripletsPerStep = 2) {
  const embedded: number[][] = [];
  const epoch = createEpoch({
    labels,
    tripletsPerStep,
    pool,
    random: createRandom(5),
    async embed(rows) {
      embedded.push([...rows]);
      return { values: Float64Array.from(rows), rows: rows.length, dims: 1 };
    },
  });
  return { epoch, embedded };
}

describe('an epoch of offline mining', () => {
  test('chooses once for all its steps, and anew for the next epoch', async () => {
    const { epoch, embedded } = onLine(labels.length);
    for (let step = 1; step <= 2 * STEPS; step++) {
      await epoch.next(config);
      expect(embedded).toHaveLength(step <= STEPS ? 1 : 2);
    }
  });

  test('begins anew when its choice is forgotten', async () => {
    const { epoch, embedded } = onLine(labels.length);
    await epoch.next(config);
    epoch.forget();
    await epoch.next(config);
    expect(embedded).toHaveLength(2);
    await epoch.next(config);
    await epoch.next(config);
    expect(embedded).toHaveLength(2);
  });

  test.each(['offline-random', 'offline-hard', 'offline-semi-hard'] as const)(
    '%s: its batches are different valid triplets of samples',
    async (miner) => {
      const { epoch } = onLine(labels.length, 4);
      const batches: number[][] = [];
      for (let step = 0; step < STEPS; step++)
        batches.push([...(await epoch.next({ ...config, miner }))]);
      expect(new Set(batches.map(String)).size).toBe(STEPS);
      for (const batch of batches) {
        expect(batch).toHaveLength(12);
        for (let t = 0; t < batch.length; t += 3) {
          const [a, p, n] = [batch[t]!, batch[t + 1]!, batch[t + 2]!];
          expect(p).not.toBe(a);
          expect(labels[p]).toBe(labels[a]);
          expect(labels[n]).not.toBe(labels[a]);
          // On this line the neighbour is always of another class.
          if (miner === 'offline-hard') expect(Math.abs(n - a)).toBe(1);
          // None is within the margin; the nearest farther one is a step beyond the positive.
          const beyond = Math.abs(p - a) + 1;
          if (miner === 'offline-semi-hard' && (a - beyond >= 0 || a + beyond < labels.length))
            expect(Math.abs(n - a)).toBe(beyond);
        }
      }
    },
  );

  test('chooses among so many samples only, all different and drawn anew, where there are more', async () => {
    const { epoch, embedded } = onLine(12);
    for (let epochs = 0; epochs < 3; epochs++) {
      epoch.forget();
      const batch = await epoch.next(config);
      const pool = embedded.at(-1)!;
      expect(pool).toHaveLength(12);
      expect(new Set(pool).size).toBe(12);
      expect(pool.every((row) => row >= 0 && row < labels.length)).toBe(true);
      for (const row of batch) expect(pool).toContain(row);
    }
    expect(new Set(embedded.map(String)).size).toBe(3);
    expect(new Set(embedded.flat()).size).toBe(labels.length);
  });

  test('takes every sample, in order, where there are no more', async () => {
    for (const pool of [labels.length, labels.length + 1]) {
      const { epoch, embedded } = onLine(pool);
      await epoch.next(config);
      expect(embedded).toEqual([[...labels.keys()]]);
    }
  });
});
