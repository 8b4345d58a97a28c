import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readDigits } from '#support/readDigits.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import type { Digits } from '#data/digits/digitFormat.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { collapseLoss } from './collapseLoss.ts';
import { miners } from '#metric/miners/registry.ts';
import { batchLossConfig, DEFAULT_CONFIG, type TrainingConfig } from './config.ts';
import { buffersOf } from './inspectedBatch.ts';
import { DivergedError, type StepResult } from './step.ts';
import { createTrainer, type Trainer } from './trainer.ts';

// Real training, on whatever machine this is.
vi.setConfig({ testTimeout: 600_000 });

const digits = readDigits();
const SMALL: Partial<TrainingConfig> = { p: 4, k: 3 };

const firstOf = ({ images, labels }: Digits['heldOut'], count: number) => ({
  images: images.subarray(0, 784 * count),
  labels: labels.subarray(0, count),
});

const trainerFor = (change: Partial<TrainingConfig> = {}): Trainer =>
  createTrainer({ ...DEFAULT_CONFIG, ...change }, digits);

async function firstLosses(count: number, change: Partial<TrainingConfig> = {}): Promise<number[]> {
  const trainer = trainerFor(change);
  const losses: number[] = [];
  for (let step = 0; step < count; step++) losses.push((await trainer.advance()).loss);
  trainer.dispose();
  return losses;
}

describe.each(['wasm', 'cpu'] as const)('on the %s backend', (backend) => {
  beforeAll(() => useNodeBackend(backend));

  test('the same seed gives the same numbers, another seed others', async () => {
    const run = await firstLosses(3, SMALL);
    expect(await firstLosses(3, SMALL)).toEqual(run);
    expect(await firstLosses(3, { ...SMALL, seed: 2 })).not.toEqual(run);
  });
});

describe('on the wasm backend', () => {
  beforeAll(() => useNodeBackend('wasm'));

  test('no tensor is left behind in 200 steps, and none when the trainer is disposed of', async () => {
    const before = memory().numTensors;
    const trainer = trainerFor(SMALL);
    await trainer.advance();
    const after = memory().numTensors;
    for (let step = 1; step < 200; step++) {
      await trainer.advance();
      if (step % 50 === 0) trainer.evaluate(await trainer.embedHeldOut());
    }
    expect(memory().numTensors).toBe(after);
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });

  test('it learns: held-out digits find their own kind', async () => {
    const trainer = trainerFor();
    const before = trainer.evaluate(await trainer.embedHeldOut());
    for (let step = 0; step < 60; step++) await trainer.advance();
    const after = trainer.evaluate(await trainer.embedHeldOut());
    trainer.dispose();
    expect(after.knnAccuracy).toBeGreaterThan(0.7);
    expect(after.knnAccuracy).toBeGreaterThan(before.knnAccuracy + 0.2);
  });

  test('batch-hard from scratch settles at the margin, all digits in one place', async () => {
    const trainer = trainerFor({ miner: 'batch-hard' });
    let loss = 0;
    for (let step = 0; step < 100; step++) loss = (await trainer.advance()).loss;
    const { spread } = trainer.evaluate(await trainer.embedHeldOut());
    trainer.dispose();
    expect(Math.abs(loss - DEFAULT_CONFIG.margin)).toBeLessThan(0.02);
    expect(spread).toBeLessThan(0.1);
  });

  test('an absurd learning rate is told as divergence, and leaves nothing behind', async () => {
    const before = memory().numTensors;
    const trainer = trainerFor({ ...SMALL, learningRate: 1e5 });
    await expect(async () => {
      for (let step = 0; step < 20; step++) await trainer.advance();
    }).rejects.toThrow(DivergedError);
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });

  test('a divergence does not touch the run after it', async () => {
    const untouched = await firstLosses(3, SMALL);
    const diverging = trainerFor({ ...SMALL, learningRate: 1e5 });
    await expect(async () => {
      for (let step = 0; step < 20; step++) await diverging.advance();
    }).rejects.toThrow();
    diverging.dispose();
    expect(await firstLosses(3, SMALL)).toEqual(untouched);
  });
});

describe.each(['small-conv', 'reference-conv'] as const)('the network %s', (network) => {
  beforeAll(() => useNodeBackend('wasm', { accelerated: true }));

  test('learns on the wasm backend, and leaves nothing behind', async () => {
    const before = memory().numTensors;
    const few = { ...digits, heldOut: firstOf(digits.heldOut, 300) };
    const trainer = createTrainer({ ...DEFAULT_CONFIG, k: 4, network }, few);
    const accuracy = async () => trainer.evaluate(await trainer.embedHeldOut()).knnAccuracy;
    const untrained = await accuracy();
    for (let step = 0; step < 40; step++) await trainer.advance();
    expect(await accuracy()).toBeGreaterThan(untrained + 0.1);
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describe('the default run', () => {
  beforeAll(() => useNodeBackend('wasm', { accelerated: true }));

  test('finds nine of ten held-out digits by their neighbours within 1,200 steps', async () => {
    const trainer = trainerFor();
    const accuracy = async () => trainer.evaluate(await trainer.embedHeldOut()).knnAccuracy;
    let best = 0;
    for (let step = 1; step <= 1200 && best < 0.9; step++) {
      await trainer.advance();
      if (step % 100 === 0) best = Math.max(best, await accuracy());
    }
    trainer.dispose();
    expect(best).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the batch of the last step', () => {
  beforeAll(() => useNodeBackend('wasm', { accelerated: true }));

  test('is told before and after the step, as the network sees it, and stays what it was', async () => {
    const trainer = trainerFor(SMALL);
    expect(await trainer.inspectBatch()).toBeUndefined();
    const { loss, gradientNorm } = await trainer.advance();
    const batch = (await trainer.inspectBatch())!;
    expect(batch.step).toBe(1);
    expect(batch.labels).toHaveLength(12);
    const embeddings = { values: batch.before, rows: 12, dims: 2 };
    const again = createBatchLoss(batchLossConfig(batch.config))(embeddings, batch.labels, () => 0);
    expect(again.loss).toBeCloseTo(loss, 6);
    expect(Math.hypot(...again.gradient)).toBeCloseTo(gradientNorm, 6);
    const bytes = batch.inputs.map((share) => Math.round(255 * share));
    const after = await trainer.embed(Uint8Array.from(bytes));
    after.forEach((value, index) => {
      expect(batch.after[index]).toBeCloseTo(value, 5);
    });
    expect(batch.after).not.toEqual(batch.before);
    const { inputs, ...others } = structuredClone(batch);
    // Handed over, as to a page; the trainer has its own.
    structuredClone(batch, { transfer: buffersOf(batch) });
    expect(await trainer.inspectBatch()).toEqual({ inputs, ...others });
    await trainer.advance();
    expect((await trainer.inspectBatch())?.step).toBe(2);
    trainer.dispose();
  });

  test('has what a random miner drew', async () => {
    const trainer = trainerFor({ ...SMALL, miner: 'random' });
    const { loss } = await trainer.advance();
    const { config, before, labels, draws } = (await trainer.inspectBatch())!;
    trainer.dispose();
    let at = 0;
    const again = createBatchLoss(batchLossConfig(config))(
      { values: before, rows: labels.length, dims: 2 },
      labels,
      () => draws[at++]!,
    );
    expect(at).toBe(draws.length);
    expect(again.loss).toBeCloseTo(loss, 6);
  });
});

describe('a configuration', () => {
  beforeAll(() => useNodeBackend('wasm', { accelerated: true }));

  test('goes on under other settings: the loss from the next step on, the learning rate with it', async () => {
    const small = { ...DEFAULT_CONFIG, ...SMALL };
    const trainer = createTrainer(small, digits);
    await trainer.advance();
    trainer.reconfigure({ ...small, miner: 'batch-hard', learningRate: 1e-6 });
    const before = await trainer.embedHeldOut();
    const hard = await trainer.advance();
    const after = await trainer.embedHeldOut();
    trainer.reconfigure({ ...small, margin: 5 });
    const wide = await trainer.advance();
    trainer.dispose();
    expect(Math.max(...before.map((value, i) => Math.abs(value - after[i]!)))).toBeLessThan(1e-3);
    expect(hard.activeShare).toBeGreaterThan(0);
    expect(wide.loss).toBeGreaterThan(2);
    expect(wide.step).toBe(3);
  });

  test('refuses what cannot change in mid-run, and goes on as it was', async () => {
    const small = { ...DEFAULT_CONFIG, ...SMALL };
    const [changed, untouched] = [createTrainer(small, digits), createTrainer(small, digits)];
    expect(() => changed.reconfigure({ ...small, k: small.k + 1, dims: 3 })).toThrow(
      'k, dims cannot change while a run goes on: that takes a new one',
    );
    expect(() => changed.reconfigure({ ...small, margin: -1 })).toThrow('margin -1 is not');
    for (let step = 0; step < 3; step++)
      expect((await changed.advance()).loss).toBe((await untouched.advance()).loss);
    changed.dispose();
    untouched.dispose();
  });

  test.each([...miners.keys()].filter((miner) => miners.get(miner)!.offline))(
    'with %s mines before each epoch, and its list grows stale',
    async (miner) => {
      const trainer = createTrainer({ ...DEFAULT_CONFIG, miner, epochLength: 20 }, digits);
      const results: StepResult[] = [];
      for (let step = 0; step < 60; step++) results.push(await trainer.advance());
      trainer.dispose();
      // However busy the machine: the steps that embed all samples take the longest by far.
      const passes = [...results.keys()]
        .toSorted((a, b) => results[b]!.time.fullPass - results[a]!.time.fullPass)
        .slice(0, 3);
      expect(passes.toSorted((a, b) => a - b)).toEqual([0, 20, 40]);
      for (const { stale } of results) {
        expect(stale).toBeGreaterThanOrEqual(0);
        expect(stale).toBeLessThanOrEqual(1);
      }
      // None of the hard and semi-hard ones is easy when it has just been chosen.
      if (miner === 'offline-hard') expect(results[0]!.stale).toBeLessThan(0.2);
      expect(results[5]!.loss).not.toBe(results[6]!.loss);
    },
    600_000,
  );

  test('changes from online to offline mining in mid-run and back', async () => {
    const trainer = createTrainer({ ...DEFAULT_CONFIG, p: 4, k: 3 }, digits);
    expect((await trainer.advance()).stale).toBeUndefined();
    trainer.reconfigure({ ...DEFAULT_CONFIG, p: 4, k: 3, miner: 'offline-random' });
    expect((await trainer.advance()).stale).toBeDefined();
    trainer.reconfigure({ ...DEFAULT_CONFIG, p: 4, k: 3 });
    expect((await trainer.advance()).stale).toBeUndefined();
    trainer.dispose();
  });

  test('that normalises gives embeddings of length 1, in as many dimensions as asked', async () => {
    const trainer = trainerFor({ ...SMALL, normalise: true, dims: 3, margin: 0.2 });
    for (let step = 0; step < 3; step++) await trainer.advance();
    const embedding = await trainer.embedHeldOut();
    trainer.dispose();
    expect(embedding).toHaveLength(3 * digits.heldOut.labels.length);
    for (let row = 0; row < 20; row++)
      expect(Math.hypot(...embedding.subarray(3 * row, 3 * row + 3))).toBeCloseTo(1, 5);
  });

  test('with held-out classes trains on the others, and judges both apart', async () => {
    const trainer = trainerFor({ p: 4, k: 4, classes: [0, 1, 2, 3] });
    for (let step = 0; step < 60; step++) await trainer.advance();
    const { knnAccuracy, unseen } = trainer.evaluate(await trainer.embedHeldOut());
    trainer.dispose();
    expect(knnAccuracy).toBeGreaterThan(0.8);
    expect(unseen!.knnAccuracy).toBeLessThan(knnAccuracy);
  });

  test('decides the rotations with its seed', async () => {
    const turned = { ...SMALL, augmentation: 'rotation' } as const;
    expect(await firstLosses(3, turned)).toEqual(await firstLosses(3, turned));
    expect(await firstLosses(3, turned)).not.toEqual(await firstLosses(3, SMALL));
  });

  test('with SGD and momentum learns as well', async () => {
    const losses = await firstLosses(60, { optimiser: 'sgd', learningRate: 0.05 });
    expect(losses.at(-1)).toBeLessThan(losses[0]!);
  });

  test('trains on float vectors with any labels', async () => {
    const part = {
      images: Float32Array.of(0, 1, 0, 2, 1, 0, 2, 0),
      labels: Int32Array.of(50, 50, 7, 7),
    };
    const trainer = createTrainer(
      { ...DEFAULT_CONFIG, p: 2, k: 2 },
      { height: 1, width: 2, training: part, heldOut: part },
    );
    for (let step = 0; step < 50; step++) await trainer.advance();
    expect(trainer.evaluate(await trainer.embedHeldOut()).recallAt1).toBe(1);
    trainer.dispose();
  });

  test.each([
    [{ p: 5, classes: [0, 1, 2, 3] }, '5 classes in a batch need as many to train on'],
    [{ p: 2, classes: [3, 77] }, 'classes 77 are not in the data'],
    [{ classes: [3] }, 'classes "3" are neither "all" nor'],
    [{ dims: 5 as 3 }, 'dims "5" is not one of 2, 3, 16'],
  ] as const)('with %o is refused', (change, reason) => {
    expect(() => trainerFor(change)).toThrow(reason);
  });
});

describe('the loss of a collapsed batch', () => {
  const of = (change: Partial<TrainingConfig>) => collapseLoss({ ...DEFAULT_CONFIG, ...change });

  test.each(['batch-all', 'batch-hard', 'semi-hard', 'random'] as const)(
    'is the margin for the hinge (%s)',
    (miner) => expect(of({ miner, margin: 0.3 })).toBeCloseTo(0.3, 6),
  );

  test('is ln 2 for the soft margin', async () => {
    expect(of({ softMargin: true })).toBeCloseTo(Math.LN2, 6);
  });

  test('is m² times the share of dissimilar pairs for the contrastive loss', async () => {
    const share = (120 * 108) / (120 * 119);
    expect(of({ loss: 'contrastive', distance: 'plain', margin: 2, reducer: 'mean' })).toBeCloseTo(
      4 * share,
      4,
    );
  });
});
