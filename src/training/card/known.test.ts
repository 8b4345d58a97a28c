import { expect, test } from 'vitest';
import { distances } from '#metric/distances/registry.ts';
import { losses } from '#metric/losses/registry.ts';
import { miners } from '#metric/miners/registry.ts';
import { reducers } from '#metric/reducers/registry.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '../config.ts';
import { networks } from '../network/networks/registry.ts';
import { optimisers } from '../optimisers/registry.ts';
import { isKnown } from './known.ts';

const knows = (change: Partial<TrainingConfig>) => isKnown({ ...DEFAULT_CONFIG, ...change });

test('there are kernels for every network, optimiser, distance and reducer', () => {
  const changes = [
    ...[...networks.keys()].map((network) => ({ network })),
    ...[...optimisers.keys()].map((optimiser) => ({ optimiser })),
    ...[...distances.keys()].map((distance) => ({ distance })),
    ...[...reducers.keys()].map((reducer) => ({ reducer })),
  ];
  expect(changes.filter((change) => !knows(change))).toEqual([]);
});

test('and for these losses and miners', () => {
  const pairs = [...losses.keys()].flatMap((loss) =>
    [...miners.keys()].filter((miner) => knows({ loss, miner })).map((miner) => [loss, miner]),
  );
  expect(pairs).toEqual([
    ['triplet', 'batch-all'],
    ['triplet', 'batch-hard'],
    ['triplet', 'semi-hard'],
    ['triplet', 'hard'],
    ['contrastive', 'batch-all'],
  ]);
});

test('but not for images that are changed, or batches beyond the memory of a workgroup', () => {
  expect(knows({ augmentation: 'rotation' })).toBe(false);
  expect(knows({ p: 64, k: 32 })).toBe(true);
  expect(knows({ p: 65, k: 32 })).toBe(false);
});
