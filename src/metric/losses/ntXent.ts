import type { Batch } from '../batch.ts';
import { countBatch } from '../counts.ts';
import { lookUp } from '../lookUp.ts';
import { softplus } from '../margin.ts';
import { normalisationGradient, normaliseRows } from '../normalise.ts';
import type { ValuesOf } from '../parameter.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { similarities } from '../similarities/registry.ts';
import type { Similarity } from '../similarities/similarity.ts';
import type { LossItems } from './items.ts';
import { asLoss, type EvaluateLoss } from './loss.ts';
import { similarity, temperature } from './parameters.ts';
import { logSumOfNegatives } from './softmaxOfNegatives.ts';

const parameters = { temperature, similarity };
type Values = ValuesOf<typeof parameters>;

const similarityOf = ({ similarity }: Values): Similarity =>
  lookUp(similarities, 'similarity', similarity);

/** The batch as the similarity sees it. */
const seen = (batch: Batch, { ofUnitRows }: Similarity): Batch =>
  ofUnitRows ? { ...batch, points: normaliseRows({ ...batch, values: batch.points }) } : batch;

/** The gradient with respect to the batch as it is. */
const unseen = (batch: Batch, { ofUnitRows }: Similarity, gradient: Float64Array): Float64Array =>
  ofUnitRows ? normalisationGradient({ ...batch, values: batch.points }, gradient) : gradient;

const isPositive = ({ of }: Batch['classes'], anchor: number, row: number) =>
  row !== anchor && of[row] === of[anchor];

/** What the pairs of one anchor with some of its positives cost; `weights` receives ∂/∂similarity. */
function anchorSoftmax(
  { of }: Batch['classes'],
  anchor: number,
  alike: Float64Array,
  temperature: number,
  weights: Float64Array,
) {
  const negatives = logSumOfNegatives(alike, of, anchor, temperature);
  let pull = 0;
  return {
    /** The loss of the pair with a positive. */
    take(positive: number): number {
      const excess = negatives - alike[positive]! / temperature;
      const slope = 1 / (1 + Math.exp(-excess)) / temperature;
      weights[positive]! -= slope;
      pull += slope;
      return softplus(excess);
    },
    /** What was taken from the positives goes to the negatives, by their shares of the softmax. */
    share(): void {
      for (let j = 0; j < alike.length; j++)
        if (of[j] !== of[anchor])
          weights[j]! += pull * Math.exp(alike[j]! / temperature - negatives);
    },
  };
}

const evaluateWith = (values: Values): EvaluateLoss => {
  const { temperature } = values;
  if (!(temperature > 0 && Number.isFinite(temperature)))
    throw new RangeError(`a temperature must be a finite number above 0, not ${temperature}`);
  const measure = similarityOf(values);
  return (given) => {
    const batch = seen(given, measure);
    const { rows, classes } = batch;
    const alike = new Float64Array(rows);
    const weights = new Float64Array(rows);
    const gradient = new Float64Array(batch.points.length);
    let sum = 0;
    let selected = 0;
    let active = 0;
    for (let anchor = 0; anchor < rows; anchor++) {
      const { length } = classes.members[classes.of[anchor]!]!;
      if (length < 2 || length === rows) continue;
      measure.fill(batch, anchor, alike);
      const softmax = anchorSoftmax(classes, anchor, alike, temperature, weights);
      for (const row of classes.members[classes.of[anchor]!]!) {
        if (row === anchor) continue;
        const loss = softmax.take(row);
        selected++;
        if (loss > 0) active++;
        sum += loss;
      }
      softmax.share();
      measure.addGradient(batch, anchor, alike, weights, gradient);
    }
    return { sum, selected, active, gradient: unseen(given, measure, gradient) };
  };
};

const items: LossItems<Values> = {
  many: 'positive pairs',
  roles: ['anchor', 'positive'],
  kinds: ['similar'],
  facts: ['similarity', 'share of the softmax'],
  axes: {
    x: 'similarity',
    y: 'loss',
    label: 'Positive pairs by similarity and loss',
    alike: false,
  },
  note: 'Each dot is an anchor with one positive, at their similarity and with their loss: minus the logarithm of the share that the positive has in a softmax beside all negatives of the anchor.',
  abound: false,
  visit({ values }, given, _random, visit) {
    const measure = similarityOf(values);
    const batch = seen(given, measure);
    const alike = new Float64Array(batch.rows);
    for (let anchor = 0; anchor < batch.rows; anchor++) {
      measure.fill(batch, anchor, alike);
      const negatives = logSumOfNegatives(alike, batch.classes.of, anchor, values.temperature);
      if (negatives === Number.NEGATIVE_INFINITY) continue;
      for (let row = 0; row < batch.rows; row++) {
        if (!isPositive(batch.classes, anchor, row)) continue;
        const [x, y] = [alike[row]!, softplus(negatives - alike[row]! / values.temperature)];
        visit({ rows: [anchor, row], kind: 'similar', x, y });
      }
    }
  },
  measure({ values }, given, [anchor = 0, positive = 0]) {
    const measure = similarityOf(values);
    const batch = seen(given, measure);
    const { dims, rows } = batch;
    const [alike, weights] = [new Float64Array(rows), new Float64Array(rows)];
    measure.fill(batch, anchor, alike);
    const x = alike[positive]!;
    const softmax = anchorSoftmax(batch.classes, anchor, alike, values.temperature, weights);
    const loss = softmax.take(positive);
    softmax.share();
    const gradient = new Float64Array(batch.points.length);
    measure.addGradient(batch, anchor, alike, weights, gradient);
    const all = unseen(given, measure, gradient);
    const own = new Float64Array(2 * dims);
    [anchor, positive].forEach((row, k) => {
      own.set(all.subarray(row * dims, (row + 1) * dims), k * dims);
    });
    return {
      kind: 'similar',
      x,
      y: loss,
      loss,
      gradient: own,
      facts: (told) => [told(x), told(Math.exp(-loss))],
      formula: (told) => `−ln ${told(Math.exp(-loss))}`,
    };
  },
};

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
  parameters,
  usual: {},
  takesDistance: false,
  refuses: ({ takesAll }) =>
    takesAll
      ? undefined
      : 'NT-Xent weighs all negatives of the batch by itself: it takes no miner but batch-all',
  create: ({ values }) => evaluateWith(values),
  countValid: (classes) =>
    classes.members.length > 1 ? countBatch(classes).orderedPositivePairs : 0,
  collapse: (_, { p, k }) => ({
    name: 'ln(1 + B − K)',
    words: 'ln(1 + B − K), that of a blind guess among the positive and the B − K negatives',
    height: Math.log(1 + p * k - k),
    remedy: 'Another temperature, learning rate or seed may escape it.',
  }),
  items,
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
