import { describe, expect, test } from 'vitest';
import { readState } from '#kit/figure/urlState.ts';
import { definition } from './definition.ts';
import { readConfig } from './exports/configFile.ts';

const BEGINNING = {
  loss: 'triplet',
  miner: 'batch-all',
  distance: 'squared',
  reducer: 'mean-nonzero',
  margin: 0.5,
  softMargin: false,
  p: 10,
  k: 12,
  // A link of before there was another one draws classes.
  sampler: 'classes',
  network: 'mlp',
  dims: 2,
  normalise: false,
  optimiser: 'adam',
  learningRate: 0.003,
  momentum: 0.9,
  epochLength: 50,
  augmentation: 'none',
  classes: 'all',
  seed: 1,
} as const;

const read = (query: string) =>
  readState(new URLSearchParams(query), definition.name, definition.settings);

/** A link's query without the figure's name, and what it has always led to. */
const LINKS: readonly (readonly [query: string, state: object])[] = [
  ['', BEGINNING],
  [
    'loss=contrastive&miner=batch-hard&distance=plain&reducer=sum&softMargin=false&margin=1.25&p=7&k=3&network=small-conv&dims=16&normalise=true&optimiser=sgd&momentum=0.5&augmentation=rotation&classes=0_3_9&epochLength=20&learningRate=0.05&seed=77&samplesAs=images&trails=true&turn=1&tilt=-0.5',
    {
      loss: 'contrastive',
      miner: 'batch-hard',
      distance: 'plain',
      reducer: 'sum',
      margin: 1.25,
      softMargin: false,
      p: 7,
      k: 3,
      network: 'small-conv',
      dims: 16,
      normalise: true,
      optimiser: 'sgd',
      momentum: 0.5,
      augmentation: 'rotation',
      classes: [0, 3, 9],
      epochLength: 20,
      learningRate: 0.05,
      seed: 77,
      samplesAs: 'images',
      trails: true,
      turn: 1,
      tilt: -0.5,
    },
  ],
  ['miner=semi-hard&margin=0.2', { ...BEGINNING, miner: 'semi-hard', margin: 0.2 }],
  ['miner=random', { ...BEGINNING, miner: 'random' }],
  ['miner=offline-random', { ...BEGINNING, miner: 'offline-random' }],
  ['miner=offline-hard', { ...BEGINNING, miner: 'offline-hard' }],
  ['miner=offline-semi-hard', { ...BEGINNING, miner: 'offline-semi-hard' }],
  ['softMargin=true&reducer=mean', { ...BEGINNING, softMargin: true, reducer: 'mean' }],
  ['network=reference-conv&dims=32', { ...BEGINNING, network: 'reference-conv', dims: 32 }],
  // The contrastive loss has always taken no notice of it.
  ['loss=contrastive&softMargin=true', { ...BEGINNING, loss: 'contrastive', softMargin: true }],
  ['margin=1e-1&learningRate=1e6', { ...BEGINNING, margin: 0.1, learningRate: 1e6 }],
];

const prefixed = (query: string) => query.replace(/(^|&)(?=.)/g, '$1TrainingLab.');

describe('a link of another time', () => {
  test.each(LINKS)('to “%s” leads where it led', (query, state) => {
    const { state: found, problems } = read(prefixed(query));
    expect(problems).toEqual([]);
    expect(found).toMatchObject(state);
  });

  test.each([
    'loss=softmax',
    'miner=hardest',
    'distance=cubed',
    'reducer=median',
    'softMargin=1',
    'margin=0',
    'margin=11',
    'margin=0x1',
    'p=1',
    'p=2.5',
    'k=33',
    'network=vgg',
    'dims=4',
    'normalise=yes',
    'optimiser=lion',
    'momentum=1',
    'augmentation=flip',
    'classes=3',
    'classes=1_1',
    'classes=1,2',
    'epochLength=0',
    'learningRate=0',
    'seed=-1',
  ])('that asks for %s begins as without it, and says so', (query) => {
    const { state, problems } = read(prefixed(query));
    expect(state).toMatchObject(BEGINNING);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`sets ${query.split('=')[0]} to`);
  });

  test('that sets what there never was says so', () => {
    expect(read('TrainingLab.warmup=3').problems).toEqual([
      'The link sets “TrainingLab.warmup”, which this figure does not have.',
    ]);
  });
});

describe('a settings file of another time', () => {
  const file = (settings: object) =>
    JSON.stringify({ format: 'contrastive-learning-run', version: 1, settings });

  test.each(LINKS.slice(0, 8).map(([, state]) => state))('gives back %o', (state) => {
    const { samplesAs, trails, turn, tilt, ...settings } = state as Record<string, unknown>;
    expect(readConfig(file(settings))).toMatchObject(settings);
  });

  test.each([
    [{ loss: 'contrastive', miner: 'offline-hard' }, 'the contrastive loss takes an online one'],
    [{ miner: 'offline-semi-hard', softMargin: true }, 'compares with the margin'],
    [{ miner: 'semi-hard', softMargin: true }, 'compares with the margin'],
    [{ classes: [1, 1] }, 'classes should be'],
    [{ dims: 5 }, 'dims should be'],
    [{ normalise: 'true' }, 'normalise should be'],
    [{ warmup: 3 }, 'there is no setting "warmup"'],
  ])('with %o is refused', (settings, reason) => {
    expect(() => readConfig(file(settings))).toThrow(reason);
  });
});
