import type { DistanceName } from '#metric/distances/registry.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '#training/settings/table.ts';

/** The two runs, which differ in nothing but the distance within the loss. */
export const DISTANCES = ['squared', 'plain'] as const satisfies readonly DistanceName[];
export type Distance = (typeof DISTANCES)[number];
/** The line that each has among the curves. */
export const LANE = { plain: 1, squared: 2 } as const satisfies Record<Distance, number>;

/** What the reader may choose of both runs alike. */
export type Choices = Pick<TrainingConfig, 'dims' | 'optimiser' | 'seed'>;

export const RECORDED: Choices = { dims: 32, optimiser: 'adam', seed: 3 };
export const STEPS = 1500;
const MARGIN = 0.2;
const LEARNING_RATES: Readonly<Record<TrainingConfig['optimiser'], number>> = {
  adam: 0.001,
  sgd: 0.1,
};

/** Batch-hard on the unit sphere, averaged over all its triplets. */
export const configOf = (distance: Distance, choices: Choices): TrainingConfig => ({
  ...DEFAULT_CONFIG,
  loss: 'triplet',
  miner: 'batch-hard',
  reducer: 'mean',
  margin: MARGIN,
  normalise: true,
  distance,
  learningRate: LEARNING_RATES[choices.optimiser],
  momentum: 0.9,
  ...choices,
});
