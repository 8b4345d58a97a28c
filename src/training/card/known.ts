import type { Dataset } from '#data/dataset.ts';
import { MOST_ROWS } from '#kernels/webgpu/slopes.ts';
import type { TrainingConfig } from '../config.ts';
import { planNetwork } from '../network/networkPlan.ts';
import { cardLossOf } from './cardLoss.ts';
import { cardOptimisers } from './cardOptimiser.ts';

/** The layers of a configuration's network. */
export const planOf = ({ network, dims }: TrainingConfig, { height, width }: Dataset) =>
  planNetwork(network, { height, width, dims });

/** Whether there are kernels for all that a configuration asks of a step. */
export const isKnown = (config: TrainingConfig): boolean =>
  cardLossOf(config) !== undefined &&
  cardOptimisers.has(config.optimiser) &&
  config.augmentation === 'none' &&
  config.p * config.k <= MOST_ROWS;
