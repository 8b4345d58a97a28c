import { createBatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import { batchLossConfig, isOffline, type TrainingConfig } from './config.ts';

/** So close together that no loss tells the points apart, yet not in a tie. */
const TINY = 1e-7;

/**
 * The loss of a P×K batch whose embeddings all but coincide: the margin for the hinge, ln 2 for
 * the soft margin, the margin's square times the share of dissimilar pairs for the contrastive
 * loss. A loss that settles there tells of collapse.
 */
export function collapseLoss(config: TrainingConfig): number {
  const { p, k, dims, seed } = config;
  const random = createRandom(seed);
  const rows = isOffline(config.miner) ? 3 * Math.ceil((p * k) / 3) : p * k;
  const values = Float64Array.from({ length: dims * rows }, () => TINY * random());
  // Listed triplets come as anchor, positive, negative.
  const labels = Array.from({ length: rows }, (_, row) =>
    isOffline(config.miner) ? Number(row % 3 === 2) : Math.floor(row / k),
  );
  return createBatchLoss({ ...batchLossConfig(config), normalise: false })(
    { values, rows, dims },
    labels,
    random,
  ).loss;
}
