import type { Classes } from '../classes.ts';
import {
  type AnchorSimilarities,
  checkMultiSimilarity,
  type MultiSimilarityOptions,
  multiSimilarityOfAnchor,
} from '../pairSums/multiSimilarity.ts';
import type { Parameters, ValuesOf } from '../parameter.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { asLoss } from './loss.ts';
import { similarity } from './parameters.ts';
import { itemsOfSimilarities } from './similarityItems.ts';
import { type SimilarityRule, similarityOf, sumOfSimilarities } from './similarityLoss.ts';
import { minesNothing } from './minesNothing.ts';

const scaleRange = { min: 0.01, max: 1000, whole: false } as const;

const parameters = {
  positiveScale: {
    kind: 'number',
    label: 'α, of the positives',
    about:
      'What the similarities of positives are multiplied by: the larger, the more the farthest counts.',
    initial: 2,
    range: scaleRange,
    slider: { min: 1, max: 20, step: 1 },
    brief: 'α',
  },
  negativeScale: {
    kind: 'number',
    label: 'β, of the negatives',
    about:
      'What the similarities of negatives are multiplied by: the larger, the more the nearest counts.',
    initial: 50,
    range: scaleRange,
    slider: { min: 1, max: 100, step: 1 },
    brief: 'β',
  },
  similarityBase: {
    kind: 'number',
    label: 'λ, the base',
    about: 'The similarity that positives should be above and negatives below.',
    initial: 0.5,
    range: { min: -1, max: 1, whole: false },
    slider: { min: 0, max: 1, step: 0.05 },
    brief: 'λ',
  },
  pairMining: {
    kind: 'flag',
    label: 'Its own miner',
    about:
      'Keeps a positive that is less similar than the nearest negative plus ε, and a negative that is more similar than the farthest positive less ε. The authors always mine.',
    initial: true,
    off: 'all pairs',
    on: 'mines its pairs',
  },
  miningSlack: {
    kind: 'number',
    label: 'ε of its miner',
    about: 'By how much of the similarity a pair may be in order and still be kept.',
    initial: 0.1,
    range: { min: 0, max: 2, whole: false },
    slider: { min: 0, max: 1, step: 0.05 },
    brief: 'ε',
  },
  similarity,
} as const satisfies Parameters;

type Values = ValuesOf<typeof parameters>;

const optionsOf = (values: Values): MultiSimilarityOptions => ({
  positiveScale: values.positiveScale,
  negativeScale: values.negativeScale,
  base: values.similarityBase,
  slack: values.pairMining ? values.miningSlack : null,
});

/** The similarity of the nearest negative, -1 where there is none. */
const nearestNegative = ({ anchor, alike, of }: AnchorSimilarities): number => {
  const negatives = [...alike.keys()].filter((row) => of[row] !== of[anchor]);
  return negatives.length === 0 ? -1 : Math.max(...negatives.map((row) => alike[row]!));
};

const rule: SimilarityRule<Values> = {
  // One term for all pairs, also for an anchor that keeps none: it counts in the mean.
  partners: (_, anchor) => [anchor],
  open({ classes, anchor, alike, values, weights }) {
    const pairs = { anchor, alike, of: classes.of };
    return {
      place: () => nearestNegative(pairs),
      take: () => multiSimilarityOfAnchor(pairs, optionsOf(values), weights),
    };
  },
};

/** One of its two sums, with its numbers. */
const sumInWords = (scale: string, base: string) => `ln(1 + Σ exp(${scale} (s − ${base})))`;

/** Whether the similarity is a distance with its sign turned. */
const isOfDistance = (values: Values): boolean =>
  similarityOf(values).pytorch.startsWith('distances.LpDistance');

/**
 * The multi-similarity loss (Wang et al. 2019), one term for each row of the batch: see
 * `pairSums/multiSimilarity.ts`. With the reducer "mean" it is that of its authors and of
 * pytorch-metric-learning, the mean over all rows, those that keep no pair among them. Throws on an α or β
 * that is not above 0.
 */
export const multiSimilarity = asLoss({
  name: 'multi-similarity',
  label: 'multi-similarity',
  about:
    'For each anchor a soft sum of the positives that are not similar enough and one of the negatives that are too similar, of the pairs that its own miner keeps.',
  parameters,
  usual: {},
  takesDistance: false,
  idle: ({ pairMining }) => (pairMining ? [] : ['miningSlack']),
  refuses: minesNothing('the multi-similarity loss chooses its pairs by itself'),
  create({ values }) {
    checkMultiSimilarity(optionsOf(values));
    return sumOfSimilarities(rule, values);
  },
  countValid: ({ of }: Classes) => of.length,
  collapse(values, { p, k }) {
    const { positiveScale: alpha, negativeScale: beta, similarityBase: base } = values;
    const above = (isOfDistance(values) ? 0 : 1) - base;
    const pull = Math.log1p((k - 1) * Math.exp(-alpha * above)) / alpha;
    const push = Math.log1p((p * k - k) * Math.exp(beta * above)) / beta;
    // All pairs are alike: its miner keeps every one of them, or without any slack none.
    const isKept = !values.pairMining || values.miningSlack > 0;
    return {
      name: 'collapse',
      words: 'what rows of length 1 that are all one cost',
      height: isKept ? pull + push : 0,
      remedy: 'Another λ, learning rate or seed may escape it.',
    };
  },
  items: itemsOfSimilarities(
    rule,
    {
      many: 'anchors',
      roles: ['anchor'],
      facts: ['nearest negative'],
      x: 'similarity of the nearest negative',
      label: 'Anchors by their nearest negative and their loss',
      note: 'Each dot is an anchor, at the similarity of its nearest negative (−1 without one) and with its loss: of its positives below λ and of its negatives above it.',
    },
    ({ x }, values) => ({
      facts: (told) => [told(x)],
      formula(told) {
        const [alpha, beta] = [told(values.positiveScale), told(values.negativeScale)];
        const base = told(values.similarityBase);
        return `${sumInWords(`−${alpha}`, base)}/${alpha} + ${sumInWords(beta, base)}/${beta}`;
      },
    }),
  ),
  pytorch: ({ values, reducer }) => ({
    constants: `ALPHA = ${pythonFloat(values.positiveScale)}
BETA = ${pythonFloat(values.negativeScale)}
BASE = ${pythonFloat(isOfDistance(values) ? -values.similarityBase : values.similarityBase)}`,
    usesDistance: false,
    definition: `similarity = ${similarityOf(values).pytorch}
loss_of_pairs = losses.MultiSimilarityLoss(
    alpha=ALPHA,
    beta=BETA,
    base=BASE,
    distance=similarity,
    reducer=${reducer.pytorch.reducer},
)
${
  values.pairMining
    ? `mine_pairs = miners.MultiSimilarityMiner(epsilon=${pythonFloat(values.miningSlack)}, distance=similarity)
`
    : ''
}

def loss_of(embeddings, labels):
    return loss_of_pairs(embeddings, labels${values.pairMining ? ', mine_pairs(embeddings, labels)' : ''})`,
  }),
});
