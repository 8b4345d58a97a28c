import type { Embeddings } from '#metric/embeddings.ts';
import { mineOffline } from '#metric/offlineMining.ts';
import { type Random, randomIndex } from '#metric/random.ts';
import type { TrainingConfig } from './config.ts';
import { minerOf } from './settings/choices.ts';

/** How many of a batch's size. */
export const tripletsIn = ({ p, k }: Pick<TrainingConfig, 'p' | 'k'>): number =>
  Math.max(1, Math.floor((p * k) / 3));

interface EpochOptions {
  readonly labels: ArrayLike<number>;
  readonly tripletsPerStep: number;
  /** Triplets are chosen among so many samples, drawn anew for each epoch where there are more. */
  readonly pool: number;
  readonly random: Random;
  /** Where samples lie now. */
  embed(rows: Int32Array): Promise<Embeddings>;
}

/** So many different rows, drawn at random; all of them where there are no more. */
function drawRows(count: number, of: number, random: Random): Int32Array {
  const rows = Int32Array.from({ length: of }, (_, row) => row);
  if (count >= of) return rows;
  for (let i = 0; i < count; i++) {
    const other = i + randomIndex(random, of - i);
    [rows[i], rows[other]] = [rows[other]!, rows[i]!];
  }
  return rows.slice(0, count);
}

/**
 * Batches of offline mining. Before each epoch all samples of the pool are embedded and triplets for
 * its steps are chosen; then these are trained on, step by step, while the network moves on.
 */
export function createEpoch({ labels, tripletsPerStep, pool, random, embed }: EpochOptions) {
  let list = new Int32Array();
  let at = 0;

  async function choose(config: TrainingConfig): Promise<void> {
    const { distance, margin, epochLength } = config;
    const negative = minerOf(config).offline;
    if (!negative) throw new RangeError(`miner "${config.miner}" does not mine before an epoch`);
    const rows = drawRows(pool, labels.length, random);
    const triplets = mineOffline(
      await embed(rows),
      Array.from(rows, (row) => labels[row]!),
      {
        negative,
        count: tripletsPerStep * epochLength,
        distance,
        margin,
        random,
      },
    );
    list = triplets.map((place) => rows[place]!);
    at = 0;
  }

  return {
    /** Whether the next batch begins an epoch: samples are embedded first. */
    get isOver(): boolean {
      return at >= list.length;
    },
    /** The samples of the next batch: anchor, positive, negative after one another. */
    async next(config: TrainingConfig): Promise<Int32Array> {
      if (at >= list.length) await choose(config);
      at += 3 * tripletsPerStep;
      return list.subarray(at - 3 * tripletsPerStep, at);
    },
    /** The next batch begins an epoch. */
    forget(): void {
      list = new Int32Array();
      at = 0;
    },
  };
}
