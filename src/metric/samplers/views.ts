import { shuffleFront } from '../random.ts';
import { checkCount } from './checkCount.ts';
import type { SamplerEntry, SamplerOptions } from './sampler.ts';

function refuses(
  { p }: Pick<SamplerOptions, 'p'>,
  { samples }: { readonly samples: number },
): string | undefined {
  return p > samples
    ? `${p} different samples in a batch need as many to train on, and there are ${samples}: choose a smaller p`
    : undefined;
}

/**
 * Batches without labels: p different samples in random order, k rows of each after one another, and
 * each sample is a group by itself, numbered by its place. What makes the rows of a sample differ is
 * the augmentation, which treats each row anew: the first row of a group is its first view. Labels
 * play no part. Throws when there are fewer than p samples.
 */
export const views = {
  name: 'views',
  label: 'two views',
  about:
    'Some images without their labels, and several views of each, every one augmented at random.',
  groupsAreClasses: false,
  counts: { p: 'images in a batch', k: 'views of each' },
  // Without an augmentation the views of an image would be the same.
  usual: { p: 128, k: 2, augmentation: 'distortion' },
  refuses,
  create({ labels, p, k, random }) {
    checkCount('p (samples per batch)', p);
    checkCount('k (views of each)', k);
    const refusal = refuses({ p }, { samples: labels.length });
    if (refusal) throw new RangeError(refusal);
    const order = Int32Array.from({ length: labels.length }, (_, place) => place);
    return () => {
      shuffleFront(order, p, random);
      const places = new Int32Array(p * k);
      for (let i = 0; i < p; i++) places.fill(order[i]!, i * k, (i + 1) * k);
      return { places, groups: places.slice() };
    };
  },
  told: ({ p, k }) =>
    `${p * k} rows: ${p} images without their labels, ${k} views of each. A view has ${k - 1} positive${k === 2 ? '' : 's'} and ${(p * k - k).toLocaleString('en')} negatives.`,
  pytorch: {
    batches: `# Each image K times: every row is augmented by itself, and rows of one image are positives.
batches = torch.stack(
    [torch.randperm(len(images))[:P].repeat_interleave(K) for _ in range(STEPS)]
)`,
    groups: 'batch.to(DEVICE)',
  },
} as const satisfies SamplerEntry;
