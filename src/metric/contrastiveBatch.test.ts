import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyBatch,
  baseConfig,
  computeLoss,
  largestDifference,
  type LabelledBatch,
} from '#support/batches.ts';
import { everyMiner } from '#support/everyMiner.ts';
import { contrastivePair } from './contrastivePair.ts';
import { batchAll } from './miners/batchAll.ts';
import type { Miner } from './miners/miner.ts';
import { mineTriplets } from './mineTriplets.ts';
import { createRandom } from './random.ts';

const MARGIN = 1;

/** Each pair once, in one order. */
const unordered = (pairs: readonly (readonly [number, number])[]) =>
  new Map(pairs.map(([i, j]) => [`${Math.min(i, j)}-${Math.max(i, j)}`, [i, j] as const])).values();

function pairsOf(batch: LabelledBatch, miner: Miner) {
  if (miner === batchAll.mine)
    return unordered(
      batch.labels.flatMap((_, i) => batch.labels.slice(0, i).map((_, j) => [j, i] as const)),
    );
  const config = { ...baseConfig, distance: 'plain', margin: MARGIN, miner } as const;
  const mined = mineTriplets(config, batch.embeddings, batch.labels, createRandom(7));
  const pairs: (readonly [number, number])[] = [];
  for (let t = 0; t < mined.length; t += 3)
    pairs.push([mined[t]!, mined[t + 1]!], [mined[t]!, mined[t + 2]!]);
  return unordered(pairs);
}

/** The sum over the pairs, one after another. */
function judge(batch: LabelledBatch, miner: Miner) {
  const { values, dims } = batch.embeddings;
  const point = (row: number) => values.subarray(row * dims, (row + 1) * dims);
  const gradient = new Float64Array(values.length);
  let [loss, selected, active] = [0, 0, 0];
  for (const [i, j] of pairsOf(batch, miner)) {
    const similar = batch.labels[i] === batch.labels[j] ? 1 : 0;
    const pair = contrastivePair(point(i), point(j), similar, MARGIN);
    loss += pair.loss;
    selected++;
    if (pair.loss > 0) active++;
    for (let d = 0; d < dims; d++) {
      gradient[i * dims + d]! += pair.gradI[d]!;
      gradient[j * dims + d]! += pair.gradJ[d]!;
    }
  }
  return { loss, selected, active, gradient };
}

describe('the contrastive loss of a batch is that of its pairs, each counted once,', () => {
  test.each(everyMiner)('with the miner %s', (_, miner) => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        const ours = computeLoss(batch, {
          ...{ loss: 'contrastive', distance: 'plain', margin: MARGIN, reducer: 'sum', miner },
        });
        const expected = judge(batch, miner);
        const { rows } = batch.embeddings;
        expect(ours.valid).toBe((rows * (rows - 1)) / 2);
        expect(ours.selected).toBe(expected.selected);
        expect(ours.active).toBe(expected.active);
        expect(ours.loss).toBeCloseTo(expected.loss, 9);
        expect(largestDifference(ours.gradient, expected.gradient)).toBeLessThan(1e-9);
      }),
    );
  });

  test('with triplets that share a positive pair and a negative pair', () => {
    // On a line: 0 and 1 of one class at 0 and 0.5, 2 of another at 0.75.
    const batch = {
      embeddings: { values: Float64Array.of(0, 0.5, 0.75), rows: 3, dims: 1 },
      labels: [0, 0, 1],
    };
    const result = computeLoss(batch, {
      ...{ loss: 'contrastive', distance: 'plain', margin: 1, reducer: 'sum' },
      miner: () => ({
        select({ anchor, positives }, take) {
          for (const positive of positives) {
            take(positive, 2);
            take(positive, 2);
            if (anchor === 1) take(0, 2);
          }
        },
      }),
    });
    expect(result.selected).toBe(3);
    expect(result.loss).toBeCloseTo(0.5 ** 2 + 0.25 ** 2 + 0.75 ** 2, 12);
  });
});
