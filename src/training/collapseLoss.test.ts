import { expect, test } from 'vitest';
import { miners } from '#metric/miners/registry.ts';
import { collapseLoss } from './collapseLoss.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from './config.ts';

const small: TrainingConfig = { ...DEFAULT_CONFIG, p: 3, k: 4, margin: 0.7 };
const of = (change: Partial<TrainingConfig>) => collapseLoss({ ...small, ...change });

test.each([...miners.keys()])(
  '%s: a collapsed batch costs the margin, also on the sphere',
  (miner) => {
    expect(of({ miner })).toBeCloseTo(0.7, 9);
    expect(of({ miner, normalise: true })).toBeCloseTo(0.7, 9);
  },
);

test('it costs ln 2 with the soft margin', () => {
  expect(of({ softMargin: true })).toBeCloseTo(Math.LN2, 6);
});

test('it costs the squared margin times the share of dissimilar pairs with the contrastive loss', () => {
  const [pairs, dissimilar] = [(12 * 11) / 2, 12 * 4];
  expect(of({ loss: 'contrastive', reducer: 'mean', distance: 'plain' })).toBeCloseTo(
    (0.7 ** 2 * dissimilar) / pairs,
    6,
  );
});

test('the sum counts the triplets of the batch: one an anchor, or as many as are listed', () => {
  expect(of({ miner: 'batch-hard', reducer: 'sum' })).toBeCloseTo(12 * 0.7, 9);
  for (const miner of ['offline-random', 'offline-hard', 'offline-semi-hard'] as const) {
    expect(of({ miner, reducer: 'sum' })).toBeCloseTo(4 * 0.7, 9);
    // What does not divide into threes is filled up.
    expect(of({ miner, reducer: 'sum', p: 2, k: 5 })).toBeCloseTo(4 * 0.7, 9);
  }
});

test('no two points tie: there are semi-hard triplets and hard ones', () => {
  const valid = 12 * 3 * 8;
  const semiHard = of({ miner: 'semi-hard', reducer: 'sum' }) / 0.7;
  expect(semiHard).toBeGreaterThan(0.2 * valid);
  expect(semiHard).toBeLessThan(0.8 * valid);
});
