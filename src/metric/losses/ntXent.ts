import { countBatch } from '../counts.ts';
import { marginTerm } from '../margin.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { checkTemperature } from '../softmax/temperature.ts';
import { asLoss } from './loss.ts';
import { pairsBesideNegatives } from './pairsBesideNegatives.ts';
import { similarity, temperature } from './parameters.ts';
import { itemsOfSimilarities, toldByShare } from './similarityItems.ts';
import { similarityOf, sumOfSimilarities } from './similarityLoss.ts';
import { minesNothing } from './minesNothing.ts';

/** −ln(e^s_ap / (e^s_ap + Σ e^s_an)) is the soft margin ln(1 + eˣ) of the excess. */
const rule = pairsBesideNegatives(marginTerm('soft'));

/**
 * NT-Xent over labels, as pytorch-metric-learning has it: for every ordered pair of one class a softmax
 * over that positive and all negatives of the anchor, the other positives left out; similarities
 * divided by the temperature (SimCLR, Chen et al. 2020, where two views of an image are the pair). A
 * batch without a positive or without a negative has loss 0. O(B² D) time, O(B D) memory. Throws on
 * a temperature that is not above 0.
 */
export const ntXent = asLoss({
  name: 'nt-xent',
  label: 'NT-Xent',
  about:
    'A softmax over the similarities of an anchor to one positive and to all negatives of the batch.',
  parameters: { temperature, similarity },
  usual: {},
  takesDistance: false,
  refuses: minesNothing('NT-Xent weighs all negatives of the batch by itself'),
  create({ values }) {
    checkTemperature(values.temperature);
    return sumOfSimilarities(rule, values);
  },
  countValid: (classes) =>
    classes.members.length > 1 ? countBatch(classes).orderedPositivePairs : 0,
  collapse: (_, { p, k }) => ({
    name: 'ln(1 + B − K)',
    words: 'ln(1 + B − K), that of a blind guess among the positive and the B − K negatives',
    height: Math.log(1 + p * k - k),
    remedy: 'Another temperature, learning rate or seed may escape it.',
  }),
  items: itemsOfSimilarities(
    rule,
    {
      many: 'positive pairs',
      roles: ['anchor', 'positive'],
      facts: ['similarity', 'share of the softmax'],
      x: 'similarity',
      label: 'Positive pairs by similarity and loss',
      note: 'Each dot is an anchor with one positive, at their similarity and with their loss: minus the logarithm of the share that the positive has in a softmax beside all negatives of the anchor.',
    },
    toldByShare,
  ),
  pytorch: ({ values, reducer }) => ({
    constants: `TEMPERATURE = ${pythonFloat(values.temperature)}`,
    usesDistance: false,
    definition: `loss_of_pairs = losses.NTXentLoss(
    temperature=TEMPERATURE,
    distance=${similarityOf(values).pytorch},
    reducer=${reducer.pytorch.reducer},
)


def loss_of(embeddings, labels):
    return loss_of_pairs(embeddings, labels)`,
  }),
});
