import type { Call } from '#kernels/webgpu/call.ts';
import type { EmbeddingShape } from '#kernels/webgpu/embeddingShape.ts';
import type { CardMeasure } from '#kernels/webgpu/measure.ts';
import type { SlopeBuffers } from '#kernels/webgpu/slopes.ts';
import type { TrainingConfig } from '../config.ts';
import { distanceLosses } from './distanceLosses.ts';
import type { LossKernel } from './lossKernel.ts';
import { similarityLosses } from './similarityLosses.ts';

/** A loss on the card. */
export interface CardLoss {
  readonly slopes: (buffers: SlopeBuffers, shape: EmbeddingShape) => Call;
  readonly measure: CardMeasure;
  /** The numbers that each step is told. */
  readonly values: readonly number[];
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
]);

/** The loss of a configuration on the card; undefined where there are no kernels for it. */
export function cardLossOf(config: TrainingConfig): CardLoss | undefined {
  const kernel = LOSSES.get(config.loss)?.(config);
  const divisor = DIVISORS.get(config.reducer);
  if (!kernel || !divisor) return undefined;
  const { slopes, measure, ofUnitRows, values } = kernel;
  return {
    slopes: (buffers, shape) => slopes(buffers, { ...shape, measure }),
    divisions: Number(config.normalise) + Number(ofUnitRows),
    ...{ measure, values, divisor },
  };
}
