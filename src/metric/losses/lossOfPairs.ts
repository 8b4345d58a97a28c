import { countBatch } from '../counts.ts';
import type { MarginTerm } from '../margin.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { checkTemperature } from '../softmax/temperature.ts';
import { type BatchShape, asLoss } from './loss.ts';
import { minesNothing } from './minesNothing.ts';
import { pairsBesideNegatives } from './pairsBesideNegatives.ts';
import { similarity, temperature } from './parameters.ts';
import { itemsOfSimilarities, type Told } from './similarityItems.ts';
import { type SoftmaxValues, similarityOf, sumOfSimilarities } from './similarityLoss.ts';

/** What the losses over a positive beside all negatives do not share. */
interface LossOfPairs<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly about: string;
  /** Of the excess of all negatives of an anchor together over its positive, in units of T. */
  readonly term: MarginTerm;
  readonly collapse: (shape: BatchShape) => {
    readonly name: string;
    readonly words: string;
    readonly height: number;
  };
  readonly items: {
    readonly facts: readonly string[];
    readonly note: string;
    readonly told: Told<SoftmaxValues>;
  };
  /** The term in PyTorch, of `negatives` and `logits`. */
  readonly python: string;
}

/**
 * A loss with one term for every ordered pair of one class: of the positive beside all negatives of the
 * anchor, the other positives left out. A batch without a positive or without a negative has loss 0.
 * O(B² D) time, O(B D) memory. Throws on a temperature that is not above 0.
 */
export const lossOfPairs = <const Name extends string>({
  term,
  collapse,
  items: { told, ...words },
  python,
  ...entry
}: LossOfPairs<Name>) => {
  const rule = pairsBesideNegatives(term);
  return asLoss({
    ...entry,
    parameters: { temperature, similarity },
    usual: {},
    takesDistance: false,
    refuses: minesNothing(`${entry.label} weighs all negatives of the batch by itself`),
    create({ values }) {
      checkTemperature(values.temperature);
      return sumOfSimilarities(rule, values);
    },
    countValid: (classes) =>
      classes.members.length > 1 ? countBatch(classes).orderedPositivePairs : 0,
    collapse: (_, shape) => ({
      ...collapse(shape),
      remedy: 'Another temperature, learning rate or seed may escape it.',
    }),
    items: itemsOfSimilarities(
      rule,
      {
        ...words,
        many: 'positive pairs',
        roles: ['anchor', 'positive'],
        x: 'similarity',
        label: 'Positive pairs by similarity and loss',
      },
      told,
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
    losses = ${python}[same & others]
    return ${reducer.pytorch.overLosses}`,
    }),
  });
};
