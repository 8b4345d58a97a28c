import { forEachAnchor } from './batch.ts';
import type { BatchLossConfig } from './batchLoss.ts';
import { groupByLabel } from './classes.ts';
import { ourConventions } from './conventions.ts';
import { distances } from './distances/registry.ts';
import { checkLabelled, type Embeddings } from './embeddings.ts';
import { lookUp } from './lookUp.ts';
import { checkMargin } from './margin.ts';
import type { AnchorView, Miner } from './miners/miner.ts';
import { type MinerName, miners } from './miners/registry.ts';
import { normaliseRows } from './normalise.ts';
import type { Random } from './random.ts';

export interface MiningConfig
  extends Pick<BatchLossConfig, 'distance' | 'normalise' | 'margin' | 'conventions'> {
  /** By name, or a miner of your own making. */
  readonly miner: MinerName | Miner;
}

/**
 * Visits the triplets that a miner selects from a labelled batch, class by class; exactly those over
 * which `createBatchLoss` sums. Anchors that `asks` turns down are not mined for.
 */
export function forEachSelected(
  config: MiningConfig,
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  random: Random,
  visit: (view: AnchorView, positive: number, negative: number) => void,
  asks: (anchor: number) => boolean = () => true,
): void {
  checkLabelled(embeddings, labels);
  const { marginTie, incompleteAnchor } = { ...ourConventions, ...config.conventions };
  const { margin } = config;
  if (margin !== 'soft') checkMargin(margin);
  const distance = lookUp(distances, 'distance', config.distance);
  const miner =
    typeof config.miner === 'string' ? lookUp(miners, 'miner', config.miner) : config.miner;
  const { select } = miner({ margin, marginTie, standIns: incompleteAnchor === 'stand-in' });

  const { values, rows, dims } = embeddings;
  const points = config.normalise ? normaliseRows(embeddings) : new Float64Array(values);
  const batch = { points, rows, dims, classes: groupByLabel(labels) };
  forEachAnchor(batch, distance, random, (view) => {
    if (asks(view.anchor)) select(view, (positive, negative) => visit(view, positive, negative));
  });
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
