import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readDigits } from '../../scripts/digits/readDigits.ts';
import { useNodeBackend } from '../../scripts/training/nodeBackend.ts';
import { collapseLoss } from './collapse.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from './config.ts';
import { createTrainer, DivergedError, type Trainer } from './trainer.ts';

// Real training, on whatever machine this is.
vi.setConfig({ testTimeout: 60_000 });

const digits = readDigits();
const SMALL: Partial<TrainingConfig> = { p: 4, k: 3 };

const trainerFor = (change: Partial<TrainingConfig> = {}): Trainer =>
  createTrainer({ ...DEFAULT_CONFIG, ...change }, digits);

function firstLosses(count: number, change: Partial<TrainingConfig> = {}): number[] {
  const trainer = trainerFor(change);
  const losses = Array.from({ length: count }, () => trainer.advance().loss);
  trainer.dispose();
  return losses;
}

describe.each(['wasm', 'cpu'] as const)('on the %s backend', (backend) => {
  beforeAll(() => useNodeBackend(backend));

  test('the same seed gives the same numbers, another seed others', () => {
    const run = firstLosses(3, SMALL);
    expect(firstLosses(3, SMALL)).toEqual(run);
    expect(firstLosses(3, { ...SMALL, seed: 2 })).not.toEqual(run);
  });
});

describe('on the wasm backend', () => {
  beforeAll(() => useNodeBackend('wasm'));

  test('no tensor is left behind in 200 steps, and none when the trainer is disposed of', () => {
    const before = memory().numTensors;
    const trainer = trainerFor(SMALL);
    trainer.advance();
    const after = memory().numTensors;
    for (let step = 1; step < 200; step++) {
      trainer.advance();
      if (step % 50 === 0) trainer.evaluate(trainer.embedHeldOut());
    }
    expect(memory().numTensors).toBe(after);
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });

  test('it learns: held-out digits find their own kind', () => {
    const trainer = trainerFor();
    const before = trainer.evaluate(trainer.embedHeldOut());
    for (let step = 0; step < 60; step++) trainer.advance();
    const after = trainer.evaluate(trainer.embedHeldOut());
    trainer.dispose();
    expect(after.knnAccuracy).toBeGreaterThan(0.7);
    expect(after.knnAccuracy).toBeGreaterThan(before.knnAccuracy + 0.2);
  });

  test('batch-hard from scratch settles at the margin, all digits in one place', () => {
    const trainer = trainerFor({ miner: 'batch-hard' });
    let loss = 0;
    for (let step = 0; step < 100; step++) loss = trainer.advance().loss;
    const { spread } = trainer.evaluate(trainer.embedHeldOut());
    trainer.dispose();
    expect(Math.abs(loss - DEFAULT_CONFIG.margin)).toBeLessThan(0.02);
    expect(spread).toBeLessThan(0.1);
  });

  test('an absurd learning rate is told as divergence, and leaves nothing behind', () => {
    const before = memory().numTensors;
    const trainer = trainerFor({ ...SMALL, learningRate: 1e5 });
    expect(() => {
      for (let step = 0; step < 20; step++) trainer.advance();
    }).toThrow(DivergedError);
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });

  test('a divergence does not touch the run after it', () => {
    const untouched = firstLosses(3, SMALL);
    const diverging = trainerFor({ ...SMALL, learningRate: 1e5 });
    expect(() => {
      for (let step = 0; step < 20; step++) diverging.advance();
    }).toThrow();
    diverging.dispose();
    expect(firstLosses(3, SMALL)).toEqual(untouched);
  });
});

describe('the loss of a collapsed batch', () => {
  const of = (change: Partial<TrainingConfig>) => collapseLoss({ ...DEFAULT_CONFIG, ...change });

  test.each(['batch-all', 'batch-hard', 'semi-hard', 'random'] as const)(
    'is the margin for the hinge (%s)',
    (miner) => expect(of({ miner, margin: 0.3 })).toBeCloseTo(0.3, 6),
  );

  test('is ln 2 for the soft margin', () => {
    expect(of({ softMargin: true })).toBeCloseTo(Math.LN2, 6);
  });

  test('is m² times the share of dissimilar pairs for the contrastive loss', () => {
    const share = (120 * 108) / (120 * 119);
    expect(of({ loss: 'contrastive', distance: 'plain', margin: 2, reducer: 'mean' })).toBeCloseTo(
      4 * share,
      4,
    );
  });
});
