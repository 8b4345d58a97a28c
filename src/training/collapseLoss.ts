import { createBatchLoss } from '#metric/batchLoss.ts';
import { groupByLabel } from '#metric/classes.ts';
import { createRandom } from '#metric/random.ts';
import { lookUp } from '#metric/lookUp.ts';
import { reducers } from '#metric/reducers/registry.ts';
import { batchLossConfig, type TrainingConfig } from './config.ts';
import { isOffline, lossOf, minerOf, plateauOf } from './settings/choices.ts';

/** So close together that no loss tells the points apart, yet not in a tie. */
const TINY = 1e-7;

/** What a trial says: which pairs a miner takes of a point, nothing else can tell. */
function tried(config: TrainingConfig): number {
  const { p, k, dims, seed } = config;
  const random = createRandom(seed);
  const rows = isOffline(config) ? 3 * Math.ceil((p * k) / 3) : p * k;
  // Away from the origin, where all directions are one as well.
  const values = Float64Array.from({ length: dims * rows }, () => 1 + TINY * random());
  // Listed triplets come as anchor, positive, negative.
  const labels = Array.from({ length: rows }, (_, row) =>
    isOffline(config) ? Number(row % 3 === 2) : Math.floor(row / k),
  );
  return createBatchLoss({ ...batchLossConfig(config), normalise: false })(
    { values, rows, dims },
    labels,
    random,
  ).loss;
}

/** How many things a P×K batch has to sum over. */
function validIn(config: TrainingConfig): number {
  const { p, k } = config;
  const labels = Int32Array.from({ length: p * k }, (_, row) => Math.floor(row / k));
  return lossOf(config).countValid(groupByLabel(labels), config);
}

/**
 * The loss of a P×K batch whose embeddings all but coincide: for all of it the loss itself
 * knows. A loss that settles there tells of collapse.
 */
export function collapseLoss(config: TrainingConfig): number {
  if (!minerOf(config).takesAll) return tried(config);
  const { height } = plateauOf(config);
  return lookUp(reducers, 'reducer', config.reducer).isMean ? height : validIn(config) * height;
}
