import { groupByLabel } from '../classes.ts';
import { checkLabels } from '../embeddings.ts';
import { randomIndex, shuffleFront } from '../random.ts';
import { checkCount } from './checkCount.ts';
import type { SamplerEntry, SamplerOptions } from './sampler.ts';

function refuses(
  { p }: Pick<SamplerOptions, 'p'>,
  { classes }: { readonly classes: number },
): string | undefined {
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
  const refusal = refuses({ p }, { classes: members.length });
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
  groupsAreClasses: true,
  counts: { p: 'classes in a batch', k: 'images of each' },
  usual: { p: 10, k: 12, augmentation: 'none' },
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
  pytorch: {
    batches: `sampler = samplers.MPerClassSampler(
    labels.cpu(), m=K, batch_size=P * K, length_before_new_iter=STEPS * P * K
)
batches = torch.tensor(list(sampler)).view(STEPS, P * K)`,
    groups: 'labels[batch]',
  },
} as const satisfies SamplerEntry;
