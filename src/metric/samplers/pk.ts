import { groupByLabel } from '../classes.ts';
import { checkLabels } from '../embeddings.ts';
import { randomIndex, shuffleFront } from '../random.ts';
import type { SamplerEntry, SamplerOptions } from './sampler.ts';

function checkCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${name} must be a whole number of at least 1, not ${value}`);
}

function refuses({ p }: Pick<SamplerOptions, 'p'>, classes: number): string | undefined {
  return p > classes
    ? `${p} classes in a batch need as many to train on, and there are ${classes}: choose a smaller p`
    : undefined;
}

/**
 * P×K batches: p different classes in random order, k samples of each, as indices in blocks of k.
 * Within a class without replacement; a class of fewer than k samples is drawn with replacement.
 * Throws when there are fewer than p classes.
 */
export function createPKSampler({ labels, p, k, random }: SamplerOptions): () => Int32Array {
  checkLabels(labels);
  checkCount('p (classes per batch)', p);
  checkCount('k (samples per class)', k);
  const { members } = groupByLabel(labels);
  const refusal = refuses({ p }, members.length);
  if (refusal) throw new RangeError(refusal);
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

/** P×K batches, grouped by class. */
export const pk = {
  name: 'classes',
  label: 'P×K',
  about: 'Some classes, and as many images of each.',
  refuses,
  create(options) {
    const sample = createPKSampler(options);
    return () => {
      const places = sample();
      return { places, groups: places.map((place) => options.labels[place]!) };
    };
  },
  told({ p, k }) {
    const triplets = p * k * (k - 1) * (p * k - k);
    return `${p * k} images, and ${triplets.toLocaleString('en')} triplets among them: P·K·(K − 1)·(P·K − K).`;
  },
} as const satisfies SamplerEntry;
