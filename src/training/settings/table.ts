import { type SourceName, sources } from '#data/sources/registry.ts';
import { distances } from '#metric/distances/registry.ts';
import { lossParameters, losses } from '#metric/losses/registry.ts';
import { miners } from '#metric/miners/registry.ts';
import type { ChoiceParameter, ValueOf } from '#metric/parameter.ts';
import { reducers } from '#metric/reducers/registry.ts';
import { samplers } from '#metric/samplers/registry.ts';
import { augmentationParameters, augmentations } from '../augmentations/registry.ts';
import { networks } from '../network/networks/registry.ts';
import { optimiserParameters, optimisers } from '../optimisers/registry.ts';
import { choiceRow, flagRow, type LabelsParameter, numberRow, rowsOf } from './rows.ts';

const FIXED = { changeable: false } as const;
const CHANGEABLE = { changeable: true } as const;

const dims: ChoiceParameter<2 | 3 | 16 | 32> = {
  kind: 'choice',
  label: 'Dimensions',
  about:
    'Of the embedding. Two are a teaching device: faces are usually embedded in 128 to 512, texts in 384 to 4,096.',
  initial: 2,
  options: ([2, 3, 16, 32] as const).map((name) => ({ name, label: `${name} dimensions` })),
};

const data: ChoiceParameter<SourceName | 'own'> = {
  kind: 'choice',
  label: 'data',
  about:
    'What is trained on. Files of one’s own stay on the device: a link says that there were some, and not what was in them.',
  initial: 'digits',
  options: [
    ...[...sources].map(([name, { title }]) => ({ name, label: title })),
    { name: 'own', label: 'own files' },
  ],
};

const weights: ChoiceParameter<'seed' | 'saved'> = {
  kind: 'choice',
  label: 'first weights',
  about:
    'What the network begins with: chance, as the seed has it, or what another run has learned.',
  initial: 'seed',
  options: [
    { name: 'seed', label: 'from the seed' },
    { name: 'saved', label: 'from a saved network' },
  ],
};

const classes: LabelsParameter = {
  kind: 'labels',
  label: 'train on',
  about:
    'Classes that are held out are judged apart and drawn as rings: whether the network has learned what makes two images alike, or only these classes. Faces pose that question.',
  initial: 'all',
};

/**
 * Every setting of a run, by the name that links and settings files spell: its value at first, what it
 * may be, whether it may change in mid-run, what it is called and what it is for. Panels, addresses,
 * checks, comparisons and exports read this table; what a loss or an optimiser has of its own comes
 * from its entry.
 */
export const SETTINGS = {
  loss: choiceRow(losses, 'triplet', {
    label: 'loss',
    about: 'What a batch of embeddings costs.',
    noun: 'loss',
    ...CHANGEABLE,
  }),
  miner: choiceRow(miners, 'batch-all', {
    label: 'mining',
    about: 'Which pairs or triplets of a batch the loss looks at.',
    ...CHANGEABLE,
  }),
  distance: choiceRow(distances, 'squared', {
    label: 'Distance',
    about: 'Distance inside the loss; the margin is in the same units.',
    noun: 'distance',
    ...CHANGEABLE,
  }),
  reducer: choiceRow(reducers, 'mean-nonzero', {
    label: 'mean loss',
    about:
      'Late in a run most triplets have no loss. Averaged over all of them, the few that do hardly count.',
    ...CHANGEABLE,
  }),
  ...rowsOf(lossParameters, true),
  sampler: choiceRow(samplers, 'classes', {
    label: 'batches of',
    about: 'What a batch is drawn from: classes with some images of each, or images in two views.',
    ...FIXED,
  }),
  p: numberRow(
    10,
    { min: 2, max: 256, whole: true },
    {
      label: 'classes in a batch, P',
      about: 'How many classes a batch has; of two views, how many images.',
      ...FIXED,
    },
  ),
  k: numberRow(
    12,
    { min: 2, max: 32, whole: true },
    {
      label: 'images of each, K',
      about: 'How many images of each class; of two views, how many of each image.',
      ...FIXED,
    },
  ),
  network: choiceRow(networks, 'mlp', { label: 'Network', about: 'What embeds.', ...FIXED }),
  dims: { ...dims, ...FIXED },
  normalise: flagRow(false, {
    label: 'Length of an embedding',
    about:
      'In few dimensions classes block each other’s way. Divided by its length, an embedding can only turn, and a network cannot meet the margin by blowing the cloud up.',
    off: 'free',
    on: 'length 1',
    ...FIXED,
  }),
  optimiser: choiceRow(optimisers, 'adam', {
    label: 'Optimiser',
    about: 'How the gradient becomes a step.',
    ...FIXED,
  }),
  // It may be absurd: divergence is worth seeing.
  learningRate: numberRow(
    0.003,
    { min: 1e-6, max: 1e6, whole: false },
    {
      label: 'learning rate',
      brief: 'rate',
      about: 'How far a step goes.',
      ...CHANGEABLE,
    },
  ),
  ...rowsOf(optimiserParameters, false),
  epochLength: numberRow(
    50,
    { min: 1, max: 1000, whole: true },
    {
      label: 'steps of an epoch',
      about:
        'For offline mining only: before each epoch the whole training set is embedded (a random 1,000 of it for the reference net), and the triplets for so many steps are chosen among it.',
      ...CHANGEABLE,
    },
  ),
  augmentation: choiceRow(augmentations, 'none', {
    label: 'augmentation',
    about: 'What is done to a training image, anew each time that it is drawn.',
    ...FIXED,
  }),
  ...rowsOf(augmentationParameters, false),
  data: { ...data, ...FIXED },
  classes: { ...classes, ...FIXED },
  weights: { ...weights, ...FIXED },
  seed: numberRow(
    1,
    { min: 0, max: 2 ** 31 - 1, whole: true },
    {
      label: 'seed',
      about: 'The first weights and every batch follow from it: the same seed, the same run.',
      ...FIXED,
    },
  ),
} as const;

type SettingOf<R> = R extends { readonly kind: 'labels' } ? LabelsParameter['initial'] : ValueOf<R>;

/** Everything that decides a run: with the same configuration and backend, the same numbers. */
export type TrainingConfig = {
  readonly [K in keyof typeof SETTINGS]: SettingOf<(typeof SETTINGS)[K]>;
};

export type SettingName = keyof TrainingConfig;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export const DEFAULT_CONFIG = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, { initial }]) => [name, initial]),
) as TrainingConfig;

/** A configuration of another time, which may lack settings that came since: they have their defaults. */
export const completeConfig = (config: Partial<TrainingConfig>): TrainingConfig => ({
  ...DEFAULT_CONFIG,
  ...config,
});
