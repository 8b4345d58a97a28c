import { lossOfPairs } from './lossOfPairs.ts';

/**
 * The decoupled contrastive loss (Yeh et al. 2022) over labels: NT-Xent without the positive in the
 * denominator. It has no lower bound, and a pair that is nearly right pulls as hard as any. See
 * lossOfPairs; −ln(e^s_ap / Σ e^s_an) is the excess itself.
 */
export const decoupled = lossOfPairs({
  name: 'decoupled',
  label: 'Decoupled',
  about:
    'NT-Xent without the positive in the denominator: a pair that is nearly right pulls as hard as any, and the loss goes below 0.',
  term: { loss: (excess) => excess, slope: () => 1 },
  collapse: ({ p, k }) => ({
    name: 'ln(B − K)',
    words: 'ln(B − K), where the positive is as alike as each of the B − K negatives',
    height: Math.log(p * k - k),
  }),
  items: {
    facts: ['similarity over temperature', 'ln Σ of the negatives'],
    note: 'Each dot is an anchor with one positive, at their similarity and with their loss: the logarithm of what all negatives of the anchor have together, less the similarity divided by the temperature.',
    told: ({ x, loss }, { temperature }) => ({
      facts: (told) => [told(x / temperature), told(loss + x / temperature)],
      formula: (told) => `${told(loss + x / temperature)} − ${told(x / temperature)}`,
    }),
  },
  python: '(negatives - logits)',
});
