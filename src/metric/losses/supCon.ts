import type { Classes } from '../classes.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { anchorSoftmax, SUP_CON } from '../softmax/anchorSoftmax.ts';
import { checkTemperature } from '../softmax/temperature.ts';
import { asLoss } from './loss.ts';
import { baseTemperature, similarity, temperature } from './parameters.ts';
import { itemsOfSimilarities } from './similarityItems.ts';
import {
  type SimilarityRule,
  type SoftmaxValues,
  similarityOf,
  sumOfSimilarities,
} from './similarityLoss.ts';
import { minesNothing } from './minesNothing.ts';

interface Values extends SoftmaxValues {
  readonly baseTemperature: number;
}

const factorOf = (values: Values): number => values.temperature / values.baseTemperature;

const hasPair = ({ members }: Classes): boolean => members.some(({ length }) => length > 1);

/** The other rows of the anchor's class, and those of all other classes. */
function candidatesOf({ of, members }: Classes, anchor: number) {
  const own = members[of[anchor]!]!;
  const negatives = new Int32Array(of.length - own.length);
  for (let row = 0, k = 0; row < of.length; row++) if (of[row] !== of[anchor]) negatives[k++] = row;
  return { positives: own.filter((row) => row !== anchor), negatives };
}

const rule: SimilarityRule<Values> = {
  // One term for all positives, also for an anchor that has none: it counts in the mean.
  partners: (classes, anchor) => (hasPair(classes) ? [anchor] : []),
  open({ classes, anchor, alike, values, weights }) {
    const candidates = candidatesOf(classes, anchor);
    const { positives } = candidates;
    return {
      place: () =>
        positives.reduce((sum, row) => sum + alike[row]!, 0) / Math.max(1, positives.length),
      take() {
        const logits = alike.map((value) => value / values.temperature);
        const slopes = new Float64Array(alike.length);
        const { loss } = anchorSoftmax(logits, candidates, SUP_CON, slopes);
        for (let j = 0; j < slopes.length; j++) weights[j]! += slopes[j]! / values.baseTemperature;
        return factorOf(values) * loss;
      },
    };
  },
};

/**
 * The supervised contrastive loss (Khosla et al. 2020): for every anchor the mean of −ln of its
 * positives' shares, in one softmax over all other rows, positives included; times T / T₀ as in
 * SupContrast's code, whose T₀ is 0.07 unless it is told otherwise. An anchor without a positive
 * has loss 0 and counts in the mean, as there; the mean over those with a loss, which is
 * pytorch-metric-learning's default, leaves it out. A batch without a pair has loss 0, one of a
 * single class does not. Throws on a temperature that is not above 0.
 */
export const supCon = asLoss({
  name: 'sup-con',
  label: 'SupCon',
  about:
    'A softmax over the similarities of an anchor to all other samples of the batch, in which all positives together should have everything.',
  parameters: { temperature, baseTemperature, similarity },
  usual: {},
  takesDistance: false,
  refuses: minesNothing('SupCon weighs all samples of the batch by itself'),
  create({ values }) {
    checkTemperature(values.temperature);
    checkTemperature(values.baseTemperature, 'base temperature');
    return sumOfSimilarities(rule, values);
  },
  countValid: (classes) => (hasPair(classes) ? classes.of.length : 0),
  collapse: (values, { p, k }) => ({
    name: 'T/T₀ · ln(B − 1)',
    words: 'T/T₀ · ln(B − 1), that of a blind guess among the B − 1 other samples',
    height: factorOf(values) * Math.log(p * k - 1),
    remedy: 'Another temperature, learning rate or seed may escape it.',
  }),
  // Positives share what there is, whatever the negatives leave of it.
  floor: (values, { k }) => factorOf(values) * Math.log(Math.max(1, k - 1)),
  items: itemsOfSimilarities(
    rule,
    {
      many: 'anchors',
      roles: ['anchor'],
      facts: ['mean similarity to its positives', 'geometric mean of their shares'],
      x: 'mean similarity to the positives',
      label: 'Anchors by similarity to their positives and loss',
      note: 'Each dot is an anchor, at its mean similarity to its positives and with its loss: minus the mean logarithm of the shares that these have in a softmax over all other samples. Positives compete with one another, so that with K of a class it stays above ln(K − 1).',
    },
    ({ x, loss }, values) => ({
      facts: (told) => [told(x), told(Math.exp(-loss / factorOf(values)))],
      formula: (told) =>
        `−${told(factorOf(values))} × ln ${told(Math.exp(-loss / factorOf(values)))}`,
    }),
  ),
  pytorch: ({ values, reducer }) => ({
    constants: `TEMPERATURE = ${pythonFloat(values.temperature)}
BASE_TEMPERATURE = ${pythonFloat(values.baseTemperature)}`,
    usesDistance: false,
    definition: `loss_of_anchors = losses.SupConLoss(
    temperature=TEMPERATURE,
    distance=${similarityOf(values).pytorch},
    reducer=${reducer.pytorch.reducer},
)


def loss_of(embeddings, labels):
    return TEMPERATURE / BASE_TEMPERATURE * loss_of_anchors(embeddings, labels)`,
  }),
});
