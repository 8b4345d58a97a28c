import type { TrainingConfig } from '../config.ts';
import { classLosses } from './classLosses.ts';
import { distanceLosses } from './distanceLosses.ts';
import type { LossKernel } from './lossKernel.ts';
import { viewLosses } from './viewLosses.ts';
import { similarityLosses } from './similarityLosses.ts';

/** A loss on the card. */
export interface CardLoss extends Omit<LossKernel, 'ofUnitRows'> {
  /** How often rows are divided by their length before the loss sees them. */
  readonly divisions: number;
  /** WGSL of what the sum is divided by, from `selected` and `paying`. */
  readonly divisor: string;
}

const DIVISORS: ReadonlyMap<string, string> = new Map([
  ['mean', 'selected'],
  ['mean-nonzero', 'paying'],
  ['sum', '1u'],
]);

const LOSSES: ReadonlyMap<string, (config: TrainingConfig) => LossKernel | undefined> = new Map([
  ...distanceLosses,
  ...similarityLosses,
  ...classLosses,
  ...viewLosses,
]);

/** The loss of a configuration on the card; undefined where there are no kernels for it. */
export function cardLossOf(config: TrainingConfig): CardLoss | undefined {
  const kernel = LOSSES.get(config.loss)?.(config);
  const divisor = DIVISORS.get(config.reducer);
  if (!kernel || !divisor) return undefined;
  const { ofUnitRows, ...loss } = kernel;
  return { ...loss, divisor, divisions: Number(config.normalise) + Number(ofUnitRows) };
}
