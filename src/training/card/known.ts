import type { Dataset } from '#data/dataset.ts';
import { MOST_ROWS } from '#kernels/webgpu/slopes.ts';
import type { TrainingConfig } from '../config.ts';
import { tripletsIn } from '../epoch.ts';
import { planNetwork } from '../network/networkPlan.ts';
import { isOffline } from '../settings/choices.ts';
import { cardLossOf } from './cardLoss.ts';
import { cardOptimisers } from './cardOptimiser.ts';

/** The layers of a configuration's network. */
export const planOf = ({ network, dims }: TrainingConfig, { height, width }: Dataset) =>
  planNetwork(network, { height, width, dims });

/** How many rows a batch has. */
export const batchRows = (config: TrainingConfig): number =>
  isOffline(config) ? 3 * tripletsIn(config) : config.p * config.k;

/** Whether there are kernels for all that a configuration asks of a step. */
export function isKnown(config: TrainingConfig): boolean {
  const loss = cardLossOf(config);
  if (!loss || !cardOptimisers.has(config.optimiser)) return false;
  return batchRows(config) <= (loss.mostRows ?? MOST_ROWS);
}
