import { groupByLabel } from './classes.ts';
import { checkLabels } from './embeddings.ts';
import { type Random, randomIndex, shuffleFront } from './random.ts';

export interface PKOptions {
  readonly labels: ArrayLike<number>;
  /** Classes per batch. */
  readonly p: number;
  /** Samples per class. */
  readonly k: number;
  readonly random: Random;
}

function checkCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${name} must be a whole number of at least 1, not ${value}`);
}

/**
 * P×K batches: p different classes in random order, k samples of each, as indices in blocks of k.
 * Within a class without replacement; a class of fewer than k samples is drawn with replacement.
 * Throws when there are fewer than p classes.
 */
export function createPKSampler({ labels, p, k, random }: PKOptions): () => Int32Array {
  checkLabels(labels);
  checkCount('p (classes per batch)', p);
  checkCount('k (samples per class)', k);
  const { members } = groupByLabel(labels);
  if (p > members.length)
    throw new RangeError(
      `${p} classes per batch need as many in the data, which has ${members.length}: choose a smaller p`,
    );
  const order = Int32Array.from(members.keys());
  const pools = members.map((rows) => rows.slice());
  return () => {
    const batch = new Int32Array(p * k);
    shuffleFront(order, p, random);
    for (let i = 0; i < p; i++) {
      const pool = pools[order[i]!]!;
      if (pool.length >= k) {
        shuffleFront(pool, k, random);
        batch.set(pool.subarray(0, k), i * k);
      } else {
        for (let j = 0; j < k; j++) batch[i * k + j] = pool[randomIndex(random, pool.length)]!;
      }
    }
    return batch;
  };
}

export interface TripletSamplerOptions {
  readonly labels: ArrayLike<number>;
  /** Triplets per draw. */
  readonly count: number;
  readonly random: Random;
}

/**
 * Random valid triplets as indices anchor, positive, negative after one another. The anchor is any
 * sample whose class has another; its positive and negative are uniform among what there is. Throws
 * when no valid triplet exists.
 */
export function createTripletSampler(options: TripletSamplerOptions): () => Int32Array {
  const { labels, count, random } = options;
  checkLabels(labels);
  checkCount('count (triplets per draw)', count);
  const { of, members } = groupByLabel(labels);
  const anchors = Int32Array.from(of.keys()).filter((row) => members[of[row]!]!.length > 1);
  if (anchors.length === 0 || members.length < 2)
    throw new RangeError('triplets need a class of at least two samples, and a second class');
  const others = members.map((_, id) => Int32Array.from(of.keys()).filter((row) => of[row] !== id));
  return () => {
    const triplets = new Int32Array(3 * count);
    for (let i = 0; i < triplets.length; i += 3) {
      const anchor = anchors[randomIndex(random, anchors.length)]!;
      const own = members[of[anchor]!]!;
      // One of the others: a draw from one fewer, where the anchor's own place stands for the last.
      const drawn = own[randomIndex(random, own.length - 1)]!;
      const negatives = others[of[anchor]!]!;
      triplets[i] = anchor;
      triplets[i + 1] = drawn === anchor ? own[own.length - 1]! : drawn;
      triplets[i + 2] = negatives[randomIndex(random, negatives.length)]!;
    }
    return triplets;
  };
}
