/** What the library and the page take for granted of any loss in the registry. */
import { describe, expect, test } from 'vitest';
import {
  finiteDifferences,
  type LabelledBatch,
  largestDifference,
  pkLabels,
  randomBatch,
  withValues,
} from '#support/batches.ts';
import { type BatchLossConfig, createBatchLoss } from '../batchLoss.ts';
import { distances } from '../distances/registry.ts';
import { forEachItem, measureItem } from '../lossItems.ts';
import { miners } from '../miners/registry.ts';
import { createRandom } from '../random.ts';
import type { LossItem } from './items.ts';
import { type LossName, losses } from './registry.ts';

const SEED = 7;

/** With every miner of a batch that the loss takes and, where it has one, every distance. */
function settingsOf(loss: LossName): BatchLossConfig[] {
  const { usual, takesDistance, refuses } = losses.get(loss)!;
  return [...miners]
    .filter(([, miner]) => !miner.offline && !refuses(miner))
    .flatMap(([miner]) =>
      (takesDistance ? [...distances.keys()] : (['squared'] as const)).flatMap((distance) =>
        [false, true].map((normalise) => ({
          ...({ ...usual, loss, miner, distance } as const),
          ...({ normalise, reducer: 'sum' } as const),
        })),
      ),
    );
}

const batch = randomBatch(5, pkLabels(3, 3), 3);
const { labels } = batch;

/** The arrays that the loss learns, as they begin. */
function learnedBy(loss: LossName): Float64Array[] {
  const { dims } = batch.embeddings;
  const arrays = losses.get(loss)!.learns?.({ labels: [0, 1, 2], dims }, createRandom(SEED)) ?? [];
  return arrays.map(({ values }) => Float64Array.from(values));
}

/** The loss of a batch, with the same draws each time. */
function lossWith(config: BatchLossConfig, learned: readonly Float64Array[]) {
  const loss = createBatchLoss({ ...config, labels: [0, 1, 2] });
  return ({ embeddings }: LabelledBatch) => loss(embeddings, labels, createRandom(SEED), learned);
}

/** Whether a gradient is ∂f/∂values. */
function expectGradient(
  gradient: Float64Array,
  values: ArrayLike<number>,
  f: (values: Float64Array) => number,
  told: string,
) {
  const numeric = finiteDifferences(Float64Array.from(values), f);
  const scale = Math.max(1, ...numeric.map(Math.abs));
  expect(largestDifference(gradient, numeric) / scale, told).toBeLessThan(1e-6);
}

describe.each([...losses.keys()])('the %s loss', (name) => {
  const settings = settingsOf(name);
  const learned = learnedBy(name);
  const told = ({ miner, distance, normalise }: BatchLossConfig) =>
    JSON.stringify({ miner, distance, normalise });

  test('has the gradient of finite differences, whatever it goes with', () => {
    expect(settings.length).toBeGreaterThan(0);
    for (const config of settings) {
      const lossOf = lossWith(config, learned);
      const { values } = batch.embeddings;
      const { gradient, learnedGradients } = lossOf(batch);
      const at = (moved: Float64Array) => lossOf(withValues(batch, moved)).loss;
      expectGradient(gradient, values, at, told(config));
      learned.forEach((array, k) => {
        const other = (moved: Float64Array) => lossWith(config, learned.with(k, moved))(batch).loss;
        expectGradient(learnedGradients[k]!, array, other, told(config));
      });
    }
  });

  test('is the sum over the things that it shows, each of which says what it is', () => {
    const { items } = losses.get(name)!;
    for (const config of settings) {
      const of = { ...config, loss: name, labels: [0, 1, 2], learned };
      const seen: LossItem[] = [];
      forEachItem(of, batch.embeddings, labels, createRandom(SEED), (item) => seen.push(item));
      const measured = seen.map(({ rows }) => measureItem(of, batch.embeddings, labels, rows));
      const { loss, selected } = lossWith(config, learned)(batch);
      expect(seen, told(config)).toHaveLength(selected);
      expect(measured.reduce((sum, each) => sum + each.loss, 0)).toBeCloseTo(loss, 9);
      measured.forEach(({ kind, x, y, facts, formula }, k) => {
        expect({ kind, x, y }).toEqual({
          kind: seen[k]!.kind,
          x: expect.closeTo(seen[k]!.x, 9),
          y: expect.closeTo(seen[k]!.y, 9),
        });
        expect(items.kinds).toContain(kind);
        expect(seen[k]!.rows).toHaveLength(items.roles.length);
        expect(facts(String)).toHaveLength(items.facts.length);
        expect(formula(String)).not.toBe('');
      });
    }
  });

  test('has for each of these things the gradient of finite differences, at its rows', () => {
    for (const config of settings) {
      const of = { ...config, loss: name, labels: [0, 1, 2], learned };
      const seen: LossItem[] = [];
      forEachItem(of, batch.embeddings, labels, createRandom(SEED), (item) => seen.push(item));
      for (const { rows } of seen.slice(0, 5)) {
        const { values, dims } = batch.embeddings;
        const own = rows.flatMap((row) => [...values.subarray(row * dims, (row + 1) * dims)]);
        const at = (moved: Float64Array) => {
          const all = Float64Array.from(values);
          for (const [k, row] of rows.entries())
            all.set(moved.subarray(k * dims, (k + 1) * dims), row * dims);
          return measureItem(of, withValues(batch, all).embeddings, labels, rows).loss;
        };
        const { gradient } = measureItem(of, batch.embeddings, labels, rows);
        expectGradient(gradient, own, at, told(config));
      }
    }
  });
});
