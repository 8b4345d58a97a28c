import { type BatchLossConfig, createBatchLoss } from '../metric/batchLoss.ts';

export const LOSSES = ['triplet', 'contrastive'] as const;
export const MINERS = ['batch-all', 'batch-hard', 'semi-hard', 'random'] as const;
export const DISTANCES = ['squared', 'plain'] as const;
export const REDUCERS = ['mean-nonzero', 'mean', 'sum'] as const;

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
  readonly learningRate: number;
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
  learningRate: 0.003,
  seed: 1,
};

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/** What each number may be. The learning rate may be absurd: divergence is worth seeing. */
export const RANGES = {
  margin: { min: 0.01, max: 10, whole: false },
  p: { min: 2, max: 10, whole: true },
  k: { min: 2, max: 32, whole: true },
  learningRate: { min: 1e-6, max: 1e6, whole: false },
  seed: { min: 0, max: 2 ** 31 - 1, whole: true },
} satisfies Partial<Record<keyof TrainingConfig, Range>>;

const CHOICES = { loss: LOSSES, miner: MINERS, distance: DISTANCES, reducer: REDUCERS } as const;

function complaintsAbout(config: TrainingConfig): string[] {
  const choices = Object.entries(CHOICES).flatMap(([name, known]) => {
    const value = config[name as keyof typeof CHOICES];
    return (known as readonly string[]).includes(value)
      ? []
      : [`${name} "${value}" is not one of ${known.join(', ')}`];
  });
  const numbers = Object.entries(RANGES).flatMap(([name, { min, max, whole }]) => {
    const value = config[name as keyof typeof RANGES];
    return value >= min && value <= max && (!whole || Number.isInteger(value))
      ? []
      : [`${name} ${value} is not a ${whole ? 'whole ' : ''}number from ${min} to ${max}`];
  });
  return [...choices, ...numbers];
}

/**
 * Throws an error that names every setting which is not usable, and what would be, or says that
 * the settings do not go together.
 */
export function validateConfig(config: TrainingConfig): void {
  const complaints = complaintsAbout(config);
  if (complaints.length > 0) throw new RangeError(complaints.join('; '));
  createBatchLoss(batchLossConfig(config));
}

/** The loss of a configuration in the terms of the metric library. */
export function batchLossConfig(config: TrainingConfig): BatchLossConfig {
  const { loss, distance, miner, reducer, margin, softMargin } = config;
  return {
    loss,
    distance,
    miner,
    reducer,
    normalise: false,
    margin: softMargin && loss === 'triplet' ? 'soft' : margin,
  };
}
