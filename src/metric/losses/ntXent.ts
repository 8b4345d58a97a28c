import { marginTerm } from '../margin.ts';
import { lossOfPairs } from './lossOfPairs.ts';
import { toldByShare } from './similarityItems.ts';

/**
 * NT-Xent over labels, as pytorch-metric-learning has it: for every ordered pair of one class a softmax
 * over that positive and all negatives of the anchor, the other positives left out; similarities
 * divided by the temperature (SimCLR, Chen et al. 2020, where two views of an image are the pair). See
 * lossOfPairs; −ln(e^s_ap / (e^s_ap + Σ e^s_an)) is the soft margin ln(1 + eˣ) of the excess.
 */
export const ntXent = lossOfPairs({
  name: 'nt-xent',
  label: 'NT-Xent',
  about:
    'A softmax over the similarities of an anchor to one positive and to all negatives of the batch.',
  term: marginTerm('soft'),
  collapse: ({ p, k }) => ({
    name: 'ln(1 + B − K)',
    words: 'ln(1 + B − K), that of a blind guess among the positive and the B − K negatives',
    height: Math.log(1 + p * k - k),
  }),
  items: {
    facts: ['similarity', 'share of the softmax'],
    note: 'Each dot is an anchor with one positive, at their similarity and with their loss: minus the logarithm of the share that the positive has in a softmax beside all negatives of the anchor.',
    told: toldByShare,
  },
  python: 'nn.functional.softplus(negatives - logits)',
});
