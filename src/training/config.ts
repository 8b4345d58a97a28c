import { type BatchLossConfig, createBatchLoss } from '#metric/batchLoss.ts';
import { listed } from '#metric/miners/listed.ts';

export const LOSSES = ['triplet', 'contrastive'] as const;
export const ONLINE_MINERS = ['batch-all', 'batch-hard', 'semi-hard', 'random'] as const;
/** Before each epoch, among all training samples: see src/metric/offlineMining.ts. */
export const OFFLINE_MINERS = ['offline-random', 'offline-hard', 'offline-semi-hard'] as const;
export const MINERS = [...ONLINE_MINERS, ...OFFLINE_MINERS] as const;
export const DISTANCES = ['squared', 'plain'] as const;
export const REDUCERS = ['mean-nonzero', 'mean', 'sum'] as const;
export const NETWORKS = ['mlp', 'small-conv', 'reference-conv'] as const;
export const DIMENSIONS = [2, 3, 16, 32] as const;
export const OPTIMISERS = ['adam', 'sgd'] as const;
export const AUGMENTATIONS = ['none', 'rotation'] as const;

/** Everything that decides a run: with the same configuration and backend, the same numbers. */
export interface TrainingConfig {
  readonly loss: (typeof LOSSES)[number];
  /** Which pairs or triplets of a batch the loss looks at. */
  readonly miner: (typeof MINERS)[number];
  /** Distance inside the loss; the margin is in the same units, squared or plain. */
  readonly distance: (typeof DISTANCES)[number];
  readonly reducer: (typeof REDUCERS)[number];
  readonly margin: number;
  /** ln(1 + exp(d_ap - d_an)) in place of the hinge; the margin is then unused. Triplet loss only. */
  readonly softMargin: boolean;
  /** Classes in a batch. */
  readonly p: number;
  /** Images of each class in a batch. */
  readonly k: number;
  readonly network: (typeof NETWORKS)[number];
  /** Of the embedding. Two are a teaching device: real systems embed in 128 to 512. */
  readonly dims: (typeof DIMENSIONS)[number];
  /** Whether embeddings are divided by their length: points on the unit circle or sphere. */
  readonly normalise: boolean;
  readonly optimiser: (typeof OPTIMISERS)[number];
  readonly learningRate: number;
  /** Of SGD; Adam has its own. */
  readonly momentum: number;
  /** Steps for which offline mining chooses triplets at a time. */
  readonly epochLength: number;
  /** Of the training images, anew each time that one is drawn. */
  readonly augmentation: (typeof AUGMENTATIONS)[number];
  /** Which classes are trained on; the others are held out, and judged apart. */
  readonly classes: 'all' | readonly number[];
  readonly seed: number;
}

export const DEFAULT_CONFIG: TrainingConfig = {
  loss: 'triplet',
  miner: 'batch-all',
  distance: 'squared',
  reducer: 'mean-nonzero',
  margin: 0.5,
  softMargin: false,
  p: 10,
  k: 12,
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
};

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/**
 * What each number may be. The learning rate may be absurd: divergence is worth seeing. Data with
 * fewer classes than p are refused with that reason.
 */
export const RANGES = {
  margin: { min: 0.01, max: 10, whole: false },
  p: { min: 2, max: 64, whole: true },
  k: { min: 2, max: 32, whole: true },
  learningRate: { min: 1e-6, max: 1e6, whole: false },
  momentum: { min: 0, max: 0.999, whole: false },
  epochLength: { min: 1, max: 1000, whole: true },
  seed: { min: 0, max: 2 ** 31 - 1, whole: true },
} satisfies Partial<Record<keyof TrainingConfig, Range>>;

const CHOICES = {
  loss: LOSSES,
  miner: MINERS,
  distance: DISTANCES,
  reducer: REDUCERS,
  softMargin: [false, true],
  network: NETWORKS,
  dims: DIMENSIONS,
  normalise: [false, true],
  optimiser: OPTIMISERS,
  augmentation: AUGMENTATIONS,
} as const satisfies Partial<Record<keyof TrainingConfig, readonly unknown[]>>;

function choiceComplaints(config: TrainingConfig): string[] {
  return Object.entries(CHOICES).flatMap(([name, known]) => {
    const value = config[name as keyof typeof CHOICES];
    return (known as readonly unknown[]).includes(value)
      ? []
      : [`${name} "${value}" is not one of ${known.join(', ')}`];
  });
}

function rangeComplaints(config: TrainingConfig): string[] {
  return Object.entries(RANGES).flatMap(([name, { min, max, whole }]) => {
    const value = config[name as keyof typeof RANGES];
    return value >= min && value <= max && (!whole || Number.isInteger(value))
      ? []
      : [`${name} ${value} is not a ${whole ? 'whole ' : ''}number from ${min} to ${max}`];
  });
}

function classComplaints({ classes }: TrainingConfig): string[] {
  if (classes === 'all') return [];
  const isFine =
    Array.isArray(classes) &&
    classes.length >= 2 &&
    classes.every(Number.isInteger) &&
    new Set(classes).size === classes.length;
  return isFine ? [] : [`classes "${classes}" are neither "all" nor at least two different labels`];
}

/**
 * Throws a RangeError that names every setting which is not usable, and what would be, or says that
 * the settings do not go together.
 */
export function validateConfig(config: TrainingConfig): void {
  if (typeof config !== 'object' || config === null)
    throw new TypeError(`a configuration is an object of settings, not ${config}`);
  const complaints = [
    ...choiceComplaints(config),
    ...rangeComplaints(config),
    ...classComplaints(config),
  ];
  if (isOffline(config.miner) && config.loss === 'contrastive')
    complaints.push('offline miners choose triplets: the contrastive loss takes an online one');
  if (config.miner === 'offline-semi-hard' && config.softMargin)
    complaints.push('miner "offline-semi-hard" compares with the margin: it cannot be soft');
  if (complaints.length > 0) throw new RangeError(complaints.join('; '));
  createBatchLoss(batchLossConfig(config));
}

/** What may change while a run goes on: what a batch is asked, and how far a step goes. */
export const CHANGEABLE = [
  'loss',
  'miner',
  'distance',
  'reducer',
  'margin',
  'softMargin',
  'learningRate',
  'epochLength',
] as const satisfies readonly (keyof TrainingConfig)[];

/** The settings in which two configurations differ. */
export const differences = (from: TrainingConfig, to: TrainingConfig): (keyof TrainingConfig)[] =>
  (Object.keys(from) as (keyof TrainingConfig)[]).filter(
    (name) => String(from[name]) !== String(to[name]),
  );

/** Whether a run under one configuration can go on under another, from the step where it is. */
export const canChange = (from: TrainingConfig, to: TrainingConfig): boolean =>
  differences(from, to).every((name) => (CHANGEABLE as readonly string[]).includes(name));

export type OfflineMiner = (typeof OFFLINE_MINERS)[number];

export const isOffline = (miner: TrainingConfig['miner']): miner is OfflineMiner =>
  (OFFLINE_MINERS as readonly string[]).includes(miner);

/** The loss of a configuration in the terms of the metric library. */
export function batchLossConfig(config: TrainingConfig): BatchLossConfig {
  const { loss, distance, miner, reducer, normalise, margin, softMargin } = config;
  return {
    loss,
    distance,
    miner: isOffline(miner) ? listed : miner,
    reducer,
    normalise,
    margin: softMargin && loss === 'triplet' ? 'soft' : margin,
  };
}
