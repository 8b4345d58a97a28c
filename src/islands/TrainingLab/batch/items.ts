import { forEachItem } from '#metric/lossItems.ts';
import type { LossItem } from '#metric/losses/items.ts';
import { createRandom, type Random } from '#metric/random.ts';
import { batchLossConfig } from '#training/config.ts';
import { isOffline, lossOf } from '#training/settings/choices.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';
import { createReservoir } from './reservoir.ts';

/** More dots than these would say no more, and hide one another. */
export const MOST_ITEMS = 1500;
/** Of a larger batch only so many anchors are asked for their triplets, which may be a hundred million. */
const MOST_ANCHORS = 200;

export interface Selection {
  /** A sample of what the miner selected. */
  readonly items: readonly LossItem[];
  /** How many of each kind it selected. */
  readonly counts: ReadonlyMap<string, number>;
  readonly selected: number;
  /** Every how manieth anchor was asked. */
  readonly stride: number;
}

/** The numbers that a miner drew, in the same order once more. */
function replay(draws: Float64Array): Random {
  let at = 0;
  return () => draws[at++] ?? 0;
}

export const embeddingsOf = (
  { before, after, labels }: InspectedBatch,
  when: 'before' | 'after' = 'before',
) => {
  const values = when === 'before' ? before : after;
  return { values, rows: labels.length, dims: values.length / labels.length };
};

/** Every how manieth anchor is asked. Those that draw at random must all be, to draw the same again. */
function strideOf({ config, labels, draws }: InspectedBatch): number {
  if (!lossOf(config).items.abound || isOffline(config) || draws.length > 0) return 1;
  return Math.max(1, Math.ceil(labels.length / MOST_ANCHORS));
}

/** The loss of a batch, with what it had learned before the step. */
export const lossOfBatch = ({ config, classes, learned }: InspectedBatch) => ({
  ...batchLossConfig(config),
  labels: classes,
  learned,
});

/** What the loss looked at in a batch, as it was before the step. */
export function selectionOf(batch: InspectedBatch): Selection {
  const { labels, draws } = batch;
  const reservoir = createReservoir<LossItem>(MOST_ITEMS, createRandom(1));
  const counts = new Map<string, number>();
  const stride = strideOf(batch);
  forEachItem(
    lossOfBatch(batch),
    embeddingsOf(batch),
    labels,
    replay(draws),
    (item) => {
      counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
      reservoir.offer(() => item);
    },
    (anchor) => anchor % stride === 0,
  );
  return { items: reservoir.kept(), counts, selected: reservoir.seen(), stride };
}
