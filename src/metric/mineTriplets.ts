import { forEachAnchor } from './batch.ts';
import { ourConventions } from './conventions/conventions.ts';
import { toDistance } from './distances/registry.ts';
import type { Embeddings } from './embeddings.ts';
import { type LossConfig, toBatch } from './prepareLoss.ts';
import { checkMargin } from './margin.ts';
import type { AnchorView, Miner } from './miners/miner.ts';
import { type MinerName, toMiner } from './miners/registry.ts';
import type { Random } from './random.ts';

export interface MiningConfig
  extends Pick<LossConfig, 'distance' | 'normalise' | 'margin' | 'conventions'> {
  /** By name, or a miner of your own making. */
  readonly miner: MinerName | Miner;
}

/**
 * Visits the triplets that a miner selects from a labelled batch, class by class; exactly those over
 * which `createBatchLoss` sums.
 */
function forEachSelected(
  config: MiningConfig,
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  random: Random,
  visit: (view: AnchorView, positive: number, negative: number) => void,
): void {
  const { marginTie, incompleteAnchor } = { ...ourConventions, ...config.conventions };
  const { margin } = config;
  if (typeof margin === 'number') checkMargin(margin);
  const distance = toDistance(config.distance ?? 'squared');
  const standIns = incompleteAnchor === 'stand-in';
  const { select } = toMiner(config.miner)({ margin, marginTie, standIns });
  forEachAnchor(toBatch(embeddings, labels, config.normalise), distance, random, (view) =>
    select(view, (positive, negative) => visit(view, positive, negative)),
  );
}

/**
 * The triplets that a miner selects from a labelled batch: anchor, positive, negative after one
 * another, by ascending anchor; exactly those over which `createBatchLoss` sums.
 */
export function mineTriplets(
  config: MiningConfig,
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  random: Random,
): Int32Array {
  const byAnchor = Array.from({ length: embeddings.rows }, (): number[] => []);
  forEachSelected(config, embeddings, labels, random, ({ anchor }, positive, negative) => {
    byAnchor[anchor]!.push(anchor, positive, negative);
  });
  return Int32Array.from(byAnchor.flat());
}
