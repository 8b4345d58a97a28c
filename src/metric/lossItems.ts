import type { Embeddings } from './embeddings.ts';
import { lookUp } from './lookUp.ts';
import type { LossItem, MeasuredItem } from './losses/items.ts';
import { type LossName, losses } from './losses/registry.ts';
import { type LossConfig, prepareLoss, toBatch } from './prepareLoss.ts';
import { normalisationGradient } from './normalise.ts';
import type { Random } from './random.ts';

type NamedLoss = LossConfig & { readonly loss: LossName };

/**
 * Visits what a loss looks at in a labelled batch: exactly the triplets or pairs over which
 * `createBatchLoss` sums. Where they abound, anchors that `asks` turns down are left out.
 */
export function forEachItem(
  config: NamedLoss,
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  random: Random,
  visit: (item: LossItem) => void,
  asks: (anchor: number) => boolean = () => true,
): void {
  const { items } = lookUp(losses, 'loss', config.loss);
  const batch = toBatch(embeddings, labels, config.normalise);
  items.visit(prepareLoss(config).setup, batch, random, visit, asks);
}

/**
 * One of them by its rows. Its gradient is that of its own loss, at its rows one after another, with
 * respect to the raw embeddings.
 */
export function measureItem(
  config: NamedLoss,
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  rows: readonly number[],
): MeasuredItem {
  const { items } = lookUp(losses, 'loss', config.loss);
  const batch = toBatch(embeddings, labels, config.normalise);
  const measured = items.measure(prepareLoss(config).setup, batch, rows);
  if (!config.normalise) return measured;
  const { dims } = embeddings;
  const values = new Float64Array(rows.length * dims);
  rows.forEach((row, k) => {
    values.set(embeddings.values.subarray(row * dims, (row + 1) * dims), k * dims);
  });
  const raw = { values, rows: rows.length, dims };
  return { ...measured, gradient: normalisationGradient(raw, measured.gradient) };
}
