import { describe, expect, test } from 'vitest';
import {
  baseConfig,
  computeLoss,
  type LabelledBatch,
  randomBatch,
  withValues,
} from '#support/batches.ts';
import { everyDistance } from '#support/everyDistance.ts';
import { everyMiner } from '#support/everyMiner.ts';
import { type BatchLossConfig, createBatchLoss } from './batchLoss.ts';
import type { Distance } from './distances/distance.ts';
import { losses, type LossName } from './losses/registry.ts';
import { createRandom } from './random.ts';
import { reducers } from './reducers/registry.ts';

/** A lone anchor, an anchor without a negative, classes of one, one row, and a batch as it should be. */
const labelSets = [
  [0, 0, 1],
  [0, 1, 1, 1],
  [0, 0, 0],
  [0, 1, 2],
  [4],
  [0, 0, 1, 1, 2],
  [0, 0, 0, 1, 1, 1],
];

/** Where points lie: apart, in one place, in the origin (no direction), and too close to square. */
const clouds: readonly ((value: number, i: number) => number)[] = [
  (value) => value,
  () => 0.3,
  () => 0,
  (value) => Math.round(value),
  (value) => value * 1e-200,
  (value) => value * 1e-160,
];

const batches: readonly LabelledBatch[] = labelSets.flatMap((labels) =>
  [2, 3].flatMap((dims) => {
    const batch = randomBatch(7, labels, dims);
    return clouds.map((move) =>
      withValues(batch, Float64Array.from(batch.embeddings.values, move)),
    );
  }),
);

/** The arrays that a loss learns for the classes of a batch, as they begin. */
function learnedFor({ embeddings, labels }: LabelledBatch, loss: LossName) {
  const classes = [...new Set(labels)].toSorted((a, b) => a - b);
  const arrays =
    losses.get(loss)!.learns?.({ labels: classes, dims: embeddings.dims }, createRandom(1)) ?? [];
  return { classes, learned: arrays.map(({ values }) => Float64Array.from(values)) };
}

/** Whether the choices go together: some have no use for a soft margin, or none, and say so. */
function goTogether(config: Partial<BatchLossConfig>): boolean {
  try {
    createBatchLoss({ ...baseConfig, ...config });
    return true;
  } catch (error) {
    expect(String(error)).toMatch(/no soft margin|not "soft"|not none/);
    return false;
  }
}

interface Setting {
  readonly config: Partial<BatchLossConfig> & { readonly loss: LossName };
  /** It in words: a miner of one's own making has no name in it. */
  readonly told: string;
}

function settings(distance: Distance): Setting[] {
  const all: Setting[] = [];
  for (const loss of losses.keys())
    for (const [name, miner] of everyMiner)
      for (const margin of [0, 0.5, 'soft'] as const)
        for (const incompleteAnchor of ['skip', 'stand-in'] as const)
          for (const marginTie of ['easy', 'semi-hard'] as const)
            for (const normalise of [false, true]) {
              const conventions = { incompleteAnchor, marginTie };
              const plain = { loss, margin, normalise, conventions };
              const told = JSON.stringify({ ...plain, miner: name });
              all.push({ config: { ...plain, distance, miner }, told });
            }
  return all.filter(({ config }) => goTogether(config));
}

describe('finite embeddings have a finite loss and a finite gradient', () => {
  test.each(everyDistance)('with %s distances, whatever the other choices', (_, distance) => {
    const broken = new Set<string>();
    for (const { config, told } of settings(distance))
      for (const batch of batches) {
        const { classes, learned } = learnedFor(batch, config.loss);
        const { loss, gradient } = computeLoss(batch, { ...config, labels: classes }, learned);
        if (!Number.isFinite(loss) || !gradient.every(Number.isFinite))
          broken.add(`${told}, labels ${batch.labels}`);
      }
    expect([...broken]).toEqual([]);
  });

  test.each([...reducers.keys()])('with the reducer %s', (reducer) => {
    for (const batch of batches) {
      const { loss, gradient } = computeLoss(batch, { reducer });
      expect(Number.isFinite(loss)).toBe(true);
      expect(gradient.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('an anchor that stands in for its own positive', () => {
  test.each(everyDistance)(
    'is at distance 0 and without a force on itself, %s distances',
    (_, distance) => {
      // Row 2 is alone in its class: it pays for its nearest negative, row 1, and pushes that only.
      const batch = {
        embeddings: { values: Float64Array.of(-9, 0, 0.5, 0, 1, 0), rows: 3, dims: 2 },
        labels: [0, 1, 2],
      };
      const { loss, gradient } = computeLoss(batch, {
        distance,
        miner: 'batch-hard',
        margin: 1,
        reducer: 'sum',
        conventions: { incompleteAnchor: 'stand-in' },
      });
      const near = distance.of(0.25);
      // Rows 1 and 2 are each other's nearest negative; row 0 is beyond the margin.
      expect(loss).toBeCloseTo(2 * (1 - near), 12);
      expect(gradient[4]).toBeCloseTo(-2, 9);
      expect(gradient[2]).toBe(-gradient[4]!);
    },
  );
});
