import { expect, test } from 'vitest';
import { distances } from '#metric/distances/registry.ts';
import { losses } from '#metric/losses/registry.ts';
import { miners } from '#metric/miners/registry.ts';
import { reducers } from '#metric/reducers/registry.ts';
import { similarities } from '#metric/similarities/registry.ts';
import { augmentations } from '../augmentations/registry.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '../config.ts';
import { networks } from '../network/networks/registry.ts';
import { optimisers } from '../optimisers/registry.ts';
import { isKnown } from './known.ts';

const knows = (change: Partial<TrainingConfig>) => isKnown({ ...DEFAULT_CONFIG, ...change });

test('there are kernels for every network, optimiser, distance, similarity, reducer and augmentation', () => {
  const changes = [
    ...[...networks.keys()].map((network) => ({ network })),
    ...[...optimisers.keys()].map((optimiser) => ({ optimiser })),
    ...[...distances.keys()].map((distance) => ({ distance })),
    ...[...reducers.keys()].map((reducer) => ({ reducer })),
    ...[...augmentations.keys()].map((augmentation) => ({ augmentation })),
    ...[...similarities.keys()].map((similarity) => ({ loss: 'nt-xent', similarity }) as const),
  ];
  expect(changes.filter((change) => !knows(change))).toEqual([]);
});

test('and for every loss, with these miners', () => {
  const minersOf = (loss: TrainingConfig['loss']) =>
    [...miners.keys()].filter((miner) => knows({ loss, miner }));
  const all = [...losses.keys()].map((loss) => [loss, minersOf(loss)]);
  expect(Object.fromEntries(all)).toEqual({
    triplet: [
      'batch-all',
      'batch-hard',
      'semi-hard',
      'semi-hard-facenet',
      'hard',
      'random',
      'offline-random',
      'offline-hard',
      'offline-semi-hard',
    ],
    contrastive: ['batch-all'],
    'nt-xent': ['batch-all'],
    'sup-con': ['batch-all'],
    'info-nce': ['batch-all'],
    'n-pair': ['batch-all'],
    decoupled: ['batch-all'],
    'multi-similarity': ['batch-all'],
    vicreg: ['batch-all'],
    'barlow-twins': ['batch-all'],
    'normalised-softmax': ['batch-all'],
    'cos-face': ['batch-all'],
    'arc-face': ['batch-all'],
    'proxy-nca': ['batch-all'],
  });
});

test('but not for batches beyond the memory of a workgroup', () => {
  expect(knows({ p: 64, k: 32 })).toBe(true);
  expect(knows({ p: 65, k: 32 })).toBe(false);
  const drawn = { miner: 'semi-hard-facenet' } as const;
  expect(knows({ ...drawn, p: 29, k: 32 })).toBe(true);
  expect(knows({ ...drawn, p: 30, k: 32 })).toBe(false);
});
