import { expect, test } from 'vitest';
import { readState } from '#kit/figure/urlState.ts';
import { validateConfig } from '#training/config.ts';
import { definition, type RaceState } from './definition.ts';
import { configOf } from './lane.ts';

const COMMON = { p: 10, k: 12, seed: 1 };

/** A lane as links have always spelled it, and what it trains with. */
test.each([
  [
    'semi-hard_squared_0.5_0.003',
    { loss: 'triplet', miner: 'semi-hard', distance: 'squared', margin: 0.5, learningRate: 0.003 },
  ],
  [
    'batch-all_plain_1_0.01',
    { loss: 'triplet', miner: 'batch-all', distance: 'plain', margin: 1, learningRate: 0.01 },
  ],
  [
    'batch-hard_squared_0.2_1e-4',
    { loss: 'triplet', miner: 'batch-hard', distance: 'squared', margin: 0.2, learningRate: 1e-4 },
  ],
  [
    'random_squared_10_1000000',
    { loss: 'triplet', miner: 'random', distance: 'squared', margin: 10, learningRate: 1e6 },
  ],
  [
    'contrastive_plain_1_0.003',
    { loss: 'contrastive', miner: 'batch-all', distance: 'plain', margin: 1, learningRate: 0.003 },
  ],
  [
    'contrastive_squared_2_0.003',
    {
      loss: 'contrastive',
      miner: 'batch-all',
      distance: 'squared',
      margin: 2,
      learningRate: 0.003,
    },
  ],
])('the lane %s of an old link trains as it did', (text, config) => {
  const { state, problems } = readState<RaceState>(
    new URLSearchParams({ 'StrategyRace.lane1': text, 'StrategyRace.steps': '200' }),
    definition.name,
    definition.settings,
  );
  expect(problems).toEqual([]);
  const found = configOf(state.lane1, COMMON);
  expect(found).toMatchObject({ ...config, ...COMMON, softMargin: false, network: 'mlp' });
  expect(() => validateConfig(found)).not.toThrow();
});
