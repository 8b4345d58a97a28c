import { countBatch } from '../counts.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { checkTemperature } from '../softmax/temperature.ts';
import { asLoss } from './loss.ts';
import { pairsBesideNegatives } from './pairsBesideNegatives.ts';
import { similarity, temperature } from './parameters.ts';
import { itemsOfSimilarities } from './similarityItems.ts';
import { similarityOf, sumOfSimilarities } from './similarityLoss.ts';
import { minesNothing } from './minesNothing.ts';

/** −ln(e^s_ap / Σ e^s_an) is the excess itself. */
const rule = pairsBesideNegatives({ loss: (excess) => excess, slope: () => 1 });

/**
 * The decoupled contrastive loss (Yeh et al. 2022) over labels: NT-Xent without the positive in the
 * denominator, for every ordered pair of one class. It has no lower bound, and a pair that is nearly
 * right pulls as hard as any. A batch without a positive or without a negative has loss 0. O(B² D)
 * time, O(B D) memory. Throws on a temperature that is not above 0.
 */
export const decoupled = asLoss({
  name: 'decoupled',
  label: 'Decoupled',
  about:
    'NT-Xent without the positive in the denominator: a pair that is nearly right pulls as hard as any, and the loss goes below 0.',
  parameters: { temperature, similarity },
  usual: {},
  takesDistance: false,
  refuses: minesNothing('The decoupled loss weighs all negatives of the batch by itself'),
  create({ values }) {
    checkTemperature(values.temperature);
    return sumOfSimilarities(rule, values);
  },
  countValid: (classes) =>
    classes.members.length > 1 ? countBatch(classes).orderedPositivePairs : 0,
  collapse: (_, { p, k }) => ({
    name: 'ln(B − K)',
    words: 'ln(B − K), where the positive is as alike as each of the B − K negatives',
    height: Math.log(p * k - k),
    remedy: 'Another temperature, learning rate or seed may escape it.',
  }),
  items: itemsOfSimilarities(
    rule,
    {
      many: 'positive pairs',
      roles: ['anchor', 'positive'],
      facts: ['similarity over temperature', 'ln Σ of the negatives'],
      x: 'similarity',
      label: 'Positive pairs by similarity and loss',
      note: 'Each dot is an anchor with one positive, at their similarity and with their loss: the logarithm of what all negatives of the anchor have together, less the similarity divided by the temperature.',
    },
    ({ x, loss }, { temperature }) => ({
      facts: (told) => [told(x / temperature), told(loss + x / temperature)],
      formula: (told) => `${told(loss + x / temperature)} − ${told(x / temperature)}`,
    }),
  ),
  pytorch: ({ values, reducer }) => ({
    constants: `TEMPERATURE = ${pythonFloat(values.temperature)}`,
    usesDistance: false,
    definition: `similarity = ${similarityOf(values).pytorch}


def loss_of(embeddings, labels):
    values = similarity(embeddings)
    logits = (values if similarity.is_inverted else -values) / TEMPERATURE
    same = labels[:, None] == labels
    negatives = logits.masked_fill(same, float("-inf")).logsumexp(dim=1, keepdim=True)
    others = ~torch.eye(len(labels), dtype=torch.bool, device=labels.device)
    losses = (negatives - logits)[same & others]
    return ${reducer.pytorch.overLosses}`,
  }),
});
