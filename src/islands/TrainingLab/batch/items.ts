import { forEachSelected } from '#metric/mineTriplets.ts';
import { createRandom, type Random } from '#metric/random.ts';
import { type Zone, zoneOf } from '#metric/zones.ts';
import { batchLossConfig, isOffline } from '#training/config.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';
import { createReservoir } from './reservoir.ts';
import { standingOf } from './standing.ts';

/** More dots than these would say no more, and hide one another. */
export const MOST_ITEMS = 1500;
/** Of a larger batch only so many anchors are asked for their triplets, which may be a hundred million. */
const MOST_ANCHORS = 200;

export type Kind = Zone | 'similar' | 'dissimilar' | 'triplet';

/** A triplet (anchor, positive, negative) or a pair that the loss looked at. */
export interface Item {
  /** Rows of the batch. */
  readonly rows: readonly number[];
  readonly kind: Kind;
  /** The distances d_ap and d_an before the step; of a pair, its distance and its loss. */
  readonly x: number;
  readonly y: number;
}

export interface Selection {
  /** A sample of what the miner selected. */
  readonly items: readonly Item[];
  /** How many of each kind it selected. */
  readonly counts: ReadonlyMap<Kind, number>;
  readonly selected: number;
  /** Every how manieth anchor was asked. */
  readonly stride: number;
}

/** The numbers that a miner drew, in the same order once more. */
function replay(draws: Float64Array): Random {
  let at = 0;
  return () => draws[at++] ?? 0;
}

const embeddingsOf = ({ before, labels }: InspectedBatch) => ({
  values: before,
  rows: labels.length,
  dims: before.length / labels.length,
});

/** Offline, rows of one triplet may share their labels with those of others: only the list counts. */
function selectTriplets(batch: InspectedBatch): Selection {
  const { config, labels, draws } = batch;
  const mining = batchLossConfig(config);
  const reservoir = createReservoir<Item>(MOST_ITEMS, createRandom(1));
  const counts = new Map<Kind, number>();
  const stride = draws.length > 0 ? 1 : Math.max(1, Math.ceil(labels.length / MOST_ANCHORS));
  forEachSelected(
    mining,
    embeddingsOf(batch),
    labels,
    replay(draws),
    ({ anchor, distances }, positive, negative) => {
      const [x, y] = [distances[positive]!, distances[negative]!];
      const kind = mining.margin === 'soft' ? 'triplet' : zoneOf(x, y, mining.margin);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      reservoir.offer(() => ({ rows: [anchor, positive, negative], kind, x, y }));
    },
    (anchor) => isOffline(config.miner) || anchor % stride === 0,
  );
  return {
    items: reservoir.kept(),
    counts,
    selected: reservoir.seen(),
    stride: isOffline(config.miner) ? 1 : stride,
  };
}

function selectPairs(batch: InspectedBatch): Selection {
  const { config, labels, draws } = batch;
  const reservoir = createReservoir<readonly number[]>(MOST_ITEMS, createRandom(1));
  const counts = new Map<Kind, number>();
  const kindOf = (i: number, j: number): Kind =>
    labels[i] === labels[j] ? 'similar' : 'dissimilar';
  const take = (i: number, j: number) => {
    const kind = kindOf(i, j);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    reservoir.offer(() => [i, j]);
  };
  if (config.miner === 'batch-all') {
    for (let i = 0; i < labels.length; i++) for (let j = i + 1; j < labels.length; j++) take(i, j);
  } else {
    // The pairs of the selected triplets, each once, as the loss takes them.
    const seen = new Set<number>();
    const once = (i: number, j: number) => {
      const key = Math.min(i, j) * labels.length + Math.max(i, j);
      if (seen.has(key)) return;
      seen.add(key);
      take(i, j);
    };
    forEachSelected(
      batchLossConfig(config),
      embeddingsOf(batch),
      labels,
      replay(draws),
      ({ anchor }, positive, negative) => {
        once(anchor, positive);
        once(anchor, negative);
      },
    );
  }
  const items = reservoir.kept().map((rows): Item => {
    const { distances, loss } = standingOf(batch, rows, 'before');
    return { rows, kind: kindOf(rows[0]!, rows[1]!), x: distances[0]!, y: loss };
  });
  return { items, counts, selected: reservoir.seen(), stride: 1 };
}

/** What the loss looked at in a batch, as it was before the step. */
export const selectionOf = (batch: InspectedBatch): Selection =>
  batch.config.loss === 'contrastive' ? selectPairs(batch) : selectTriplets(batch);
