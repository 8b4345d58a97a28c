import type { BatchLossConfig } from '#metric/batchLoss.ts';
import { lossOf, marginOf } from './choices.ts';
import type { TrainingConfig } from './table.ts';

/** The loss of a configuration in the terms of the metric library. */
export function batchLossConfig(
  config: TrainingConfig,
): BatchLossConfig & Pick<TrainingConfig, 'loss'> {
  const { loss, distance, miner, reducer, normalise } = config;
  const own = Object.keys(lossOf(config).parameters) as (keyof TrainingConfig)[];
  const margin = marginOf(config);
  return {
    ...Object.fromEntries(own.map((name) => [name, config[name]])),
    loss,
    distance,
    miner,
    reducer,
    normalise,
    ...(margin !== undefined && { margin }),
  };
}
