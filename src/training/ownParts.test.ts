import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readDigits } from '#support/readDigits.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import type { LossRule } from '#metric/losses/loss.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from './config.ts';
import { createTrainer } from './trainer.ts';

vi.setConfig({ testTimeout: 600_000 });

const digits = readDigits();
const SMALL: TrainingConfig = { ...DEFAULT_CONFIG, p: 4, k: 3, reducer: 'mean', seed: 3 };

/**
 * The squared distance of each embedding from a vector that stands for its class and is learned; the
 * embeddings themselves feel nothing, so that all that is learned are the vectors.
 */
const toClassVectors: LossRule = {
  name: 'to-class-vectors',
  parameters: {},
  countValid: ({ of }) => of.length,
  learns: ({ labels, dims }, random) => [
    {
      name: 'class vectors',
      shape: [labels.length, dims],
      values: Float32Array.from({ length: labels.length * dims }, () => 4 + random()),
    },
  ],
  create:
    ({ labels }) =>
    ({ points, rows, dims, classes }, _random, [vectors]) => {
      const learned = new Float64Array(vectors!.length);
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        const own = labels.indexOf(classes.labels[classes.of[row]!]!) * dims;
        for (let d = 0; d < dims; d++) {
          const gap = vectors![own + d]! - points[row * dims + d]!;
          sum += gap * gap;
          learned[own + d]! += 2 * gap;
        }
      }
      const gradient = new Float64Array(points.length);
      return { sum, selected: rows, active: rows, gradient, learnedGradients: [learned] };
    },
};

async function lossesOf(config: TrainingConfig, steps: number): Promise<number[]> {
  const trainer = createTrainer(config, digits, undefined, { loss: toClassVectors });
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) losses.push((await trainer.advance()).loss);
  trainer.dispose();
  return losses;
}

describe('a loss that learns vectors of its own', () => {
  beforeAll(() => useNodeBackend('wasm', { accelerated: true }));

  test('has them stepped along, and is none the worse for the held-out classes', async () => {
    const config: TrainingConfig = { ...SMALL, learningRate: 0.1, classes: [2, 5, 7, 9] };
    const losses = await lossesOf(config, 120);
    expect(losses[0]).toBeGreaterThan(10);
    expect(losses.at(-1)).toBeLessThan(1);
  });

  test('goes the same way from the same seed', async () => {
    const run = await lossesOf(SMALL, 4);
    expect(await lossesOf(SMALL, 4)).toEqual(run);
    expect(await lossesOf({ ...SMALL, seed: 4 }, 4)).not.toEqual(run);
  });

  test('takes the learning rate of the run, when that changes too', async () => {
    const trainer = createTrainer(SMALL, digits, undefined, { loss: toClassVectors });
    const first = (await trainer.advance()).loss;
    trainer.reconfigure({ ...SMALL, learningRate: 0.5 });
    for (let step = 0; step < 30; step++) await trainer.advance();
    expect((await trainer.advance()).loss).toBeLessThan(first / 4);
    trainer.dispose();
  });

  test('tells where they lie, each with its class, of length 1 where embeddings are', async () => {
    const classes = [7, 2, 5];
    for (const normalise of [false, true]) {
      const config: TrainingConfig = { ...SMALL, p: 3, learningRate: 0.1, classes, normalise };
      const trainer = createTrainer(config, digits, undefined, { loss: toClassVectors });
      const before = (await trainer.classVectors())!;
      await trainer.advance();
      const { labels, values } = (await trainer.classVectors())!;
      trainer.dispose();
      expect(labels).toEqual([2, 5, 7]);
      expect(values).toHaveLength(3 * config.dims);
      expect(values).not.toEqual(before.values);
      const lengths = labels.map((_, row) => Math.hypot(...values.subarray(2 * row, 2 * row + 2)));
      for (const length of lengths)
        if (normalise) expect(length).toBeCloseTo(1, 6);
        else expect(length).toBeGreaterThan(2);
    }
  });

  test('has none to tell of where the loss learns nothing', async () => {
    const trainer = createTrainer(SMALL, digits);
    expect(await trainer.classVectors()).toBeUndefined();
    trainer.dispose();
  });

  test('leaves nothing behind', async () => {
    const before = memory().numTensors;
    await lossesOf(SMALL, 5);
    expect(memory().numTensors).toBe(before);
  });
});

describe('the sampler of two views', () => {
  beforeAll(() => useNodeBackend('wasm', { accelerated: true }));

  test('draws images instead of classes: each row augmented, positives by image', async () => {
    const config: TrainingConfig = {
      ...DEFAULT_CONFIG,
      loss: 'nt-xent',
      sampler: 'views',
      augmentation: 'distortion',
      p: 16,
      k: 2,
    };
    const trainer = createTrainer(config, digits);
    const losses: number[] = [];
    for (let step = 0; step < 40; step++) losses.push((await trainer.advance()).loss);
    const { labels, inputs } = (await trainer.inspectBatch())!;
    trainer.dispose();
    expect(new Set(labels).size).toBe(16);
    labels.forEach((group, row) => {
      expect(group).toBe(labels[row - (row % 2)]);
    });
    // Two views of one image, and so alike, but not the same.
    expect(inputs.subarray(0, 784)).not.toEqual(inputs.subarray(784, 1568));
    expect(losses.at(-1)).toBeLessThan(losses[0]!);
  });
});
