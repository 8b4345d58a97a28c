import { formatNumber } from '#kit/figure/numberFormat.ts';
import { measureItem } from '#metric/lossItems.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';
import { embeddingsOf, lossOfBatch } from './items.ts';

/** How a triplet or a pair stands, with respect to its own loss. */
export interface Standing {
  readonly kind: string;
  /** Where it stands on the chart of all. */
  readonly x: number;
  readonly y: number;
  readonly loss: number;
  /** What there is to tell of it, as the loss names it. */
  readonly facts: readonly string[];
  /** The loss with its numbers in it. */
  readonly sum: string;
  /** Lengths of the gradient at each of its points. */
  readonly gradients: readonly number[];
}

/** A triplet (anchor, positive, negative) or a pair of rows of a batch, before the step or after it. */
export function standingOf(
  batch: InspectedBatch,
  rows: readonly number[],
  when: 'before' | 'after',
): Standing {
  const embeddings = embeddingsOf(batch, when);
  const { dims } = embeddings;
  const item = measureItem(lossOfBatch(batch), embeddings, batch.labels, rows);
  const { kind, x, y, loss, gradient } = item;
  return {
    kind,
    x,
    y,
    loss,
    facts: item.facts((value) => formatNumber(value, 3)),
    sum: `${item.formula((value) => formatNumber(value))} = ${formatNumber(loss)}`,
    gradients: rows.map((_, k) => Math.hypot(...gradient.subarray(k * dims, (k + 1) * dims))),
  };
}
