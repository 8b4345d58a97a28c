import { describe, expect, test } from 'vitest';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { losses } from '#metric/losses/registry.ts';
import { miners } from '#metric/miners/registry.ts';
import { createRandom } from '#metric/random.ts';
import { reducers } from '#metric/reducers/registry.ts';
import { samplers } from '#metric/samplers/registry.ts';
import { collapseLoss } from '../collapseLoss.ts';
import { augmentations } from '../augmentations/registry.ts';
import { optimisers } from '../optimisers/registry.ts';
import { batchLossConfig } from './batchLossConfig.ts';
import { canChange, settingText } from './changes.ts';
import {
  isIdle,
  lossOf,
  ownSettings,
  plateauOf,
  withLoss,
  withMiner,
  withSampler,
} from './choices.ts';
import { discord } from './discord.ts';
import { completeConfig, DEFAULT_CONFIG, SETTINGS, type TrainingConfig } from './table.ts';
import { validateConfig } from './validate.ts';

const names = [...losses.keys()];
const under = (loss: TrainingConfig['loss']): TrainingConfig => ({
  ...DEFAULT_CONFIG,
  ...withLoss(DEFAULT_CONFIG, loss),
});

describe('the table of settings', () => {
  test('has every parameter that a loss, an optimiser or an augmentation brings', () => {
    const entries = [...losses.values(), ...optimisers.values(), ...augmentations.values()];
    for (const { parameters } of entries)
      for (const [name, { initial }] of Object.entries(parameters)) {
        expect(Object.keys(SETTINGS)).toContain(name);
        expect(DEFAULT_CONFIG[name as keyof TrainingConfig]).toBe(initial);
      }
  });

  test.each(names)(
    'with %s: the choice brings what can be trained with, from any miner',
    (loss) => {
      for (const miner of miners.keys()) {
        const before = { ...DEFAULT_CONFIG, ...withMiner(miner) };
        const config = { ...before, ...withLoss(before, loss) };
        expect(() => validateConfig(config), miner).not.toThrow();
        expect(canChange(before, config)).toBe(true);
      }
    },
  );

  test('refuses a miner that a loss does not take, with its reason', () => {
    expect(() => validateConfig({ ...under('nt-xent'), miner: 'batch-hard' })).toThrow(
      'NT-Xent weighs all negatives of the batch by itself',
    );
    expect(() => validateConfig({ ...under('nt-xent'), temperature: 0 })).toThrow(
      'temperature 0 is not a number from 0.01 to 10',
    );
  });

  test('gives batches of another kind what they need, and a loss of classes its classes back', () => {
    for (const sampler of samplers.keys()) {
      const config = { ...under('nt-xent'), ...withSampler(sampler) };
      expect(() => validateConfig(config), sampler).not.toThrow();
      for (const loss of names) {
        const next = { ...config, ...withLoss(config, loss) };
        expect(() => validateConfig(next), `${sampler}, ${loss}`).not.toThrow();
      }
    }
    expect(withSampler('views')).toMatchObject({ k: 2, augmentation: 'distortion' });
    expect(withSampler('classes')).toMatchObject({ p: 10, k: 12, augmentation: 'none' });
  });

  test('tells each reason why choices do not go together', () => {
    expect(discord(DEFAULT_CONFIG)).toEqual([]);
    const both = { ...under('nt-xent'), miner: 'offline-hard', sampler: 'views' } as const;
    expect(discord(both)).toHaveLength(2);
  });

  test('refuses two views what takes labels, and batches that are too large', () => {
    const views = { ...under('nt-xent'), sampler: 'views', p: 256, k: 2 } as const;
    expect(() => validateConfig(views)).not.toThrow();
    const offline = [...miners].find(([, miner]) => miner.offline)![0];
    expect(() => validateConfig({ ...under('triplet'), sampler: 'views', miner: offline })).toThrow(
      'chooses triplets by their labels before an epoch, and two views have none: choose a miner that works within the batch, such as batch-all',
    );
    const vectors = { ...views, ...withLoss(views, 'arc-face') };
    expect(() => validateConfig({ ...vectors, sampler: 'views' })).toThrow(
      'it needs batches of classes, not of views',
    );
    expect(() => validateConfig({ ...views, k: 17 })).toThrow(
      'p 256 times k 17 makes a batch of 4352 rows: at most 4096 go into one',
    );
  });

  test('knows which settings have no effect beside the others', () => {
    const softened = { ...DEFAULT_CONFIG, softMargin: true };
    expect(isIdle('margin', DEFAULT_CONFIG)).toBe(false);
    expect(isIdle('margin', softened)).toBe(true);
    expect(isIdle('temperature', DEFAULT_CONFIG)).toBe(true);
    expect(isIdle('temperature', under('nt-xent'))).toBe(false);
    expect(isIdle('distance', under('nt-xent'))).toBe(true);
    expect(isIdle('momentum', DEFAULT_CONFIG)).toBe(true);
    expect(isIdle('momentum', { ...DEFAULT_CONFIG, optimiser: 'sgd' })).toBe(false);
    expect(isIdle('turnBy', DEFAULT_CONFIG)).toBe(true);
    expect(isIdle('turnBy', { ...DEFAULT_CONFIG, augmentation: 'distortion' })).toBe(false);
  });

  test('leaves the parameters of other losses out of a run, and gives old runs their defaults', () => {
    expect(Object.keys(ownSettings(DEFAULT_CONFIG))).not.toContain('temperature');
    expect(ownSettings(under('nt-xent'))).toMatchObject({ temperature: 0.1, similarity: 'cosine' });
    expect(completeConfig(ownSettings(DEFAULT_CONFIG))).toEqual(DEFAULT_CONFIG);
  });

  test('tells a setting in a few words', () => {
    expect(settingText('loss', 'nt-xent')).toBe('NT-Xent loss');
    expect(settingText('temperature', 0.2)).toBe('temperature 0.2');
    expect(settingText('miner', 'semi-hard-facenet')).toBe('one semi-hard');
  });
});

describe('the plateau of a loss', () => {
  const { p, k } = { p: 4, k: 3 };
  const random = createRandom(2);
  const classes = [0, 1, 2, 3];
  const point = Float64Array.from({ length: 2 * p * k }, () => 0.7 + 1e-7 * random());
  // Class vectors, in the one direction too.
  const learnedBy = (loss: TrainingConfig['loss']) =>
    (losses.get(loss)!.learns?.({ labels: classes, dims: 2 }, random) ?? []).map(({ values }) =>
      new Float64Array(values.length).fill(0.7),
    );
  const labels = Array.from({ length: p * k }, (_, row) => Math.floor(row / k));
  const means = [...reducers].filter(([, { isMean }]) => isMean).map(([name]) => name);

  test.each(names.flatMap((loss) => means.map((reducer) => [loss, reducer] as const)))(
    'is where %s stands once all points are one (%s)',
    (loss, reducer) => {
      const config = { ...under(loss), p, k, classes, reducer };
      const found = createBatchLoss({ ...batchLossConfig(config), labels: classes })(
        { values: point, rows: p * k, dims: 2 },
        labels,
        () => 0,
        learnedBy(loss),
      );
      expect(plateauOf(config).height).toBeCloseTo(found.loss, 5);
      expect(collapseLoss(config)).toBe(plateauOf(config).height);
    },
  );

  test.each(names)('of %s is as many times as high for the sum', (loss) => {
    const config = { ...under(loss), p, k, reducer: 'sum' } as const;
    const batch = { of: Int32Array.from(labels), members: [], labels: [] };
    const members = Array.from({ length: p }, (_, id) =>
      Int32Array.from({ length: k }, (_, i) => id * k + i),
    );
    const many = lossOf(config).countValid({ ...batch, members }, config);
    expect(collapseLoss(config)).toBeCloseTo(many * plateauOf(config).height, 3);
  });
});
