import {
  countPairs,
  firstAgainstSecond,
  firstAgainstSecondInPytorch,
  itemsOfPairs,
} from './firstAgainstSecond.ts';
import { asLoss } from './loss.ts';
import { similarity } from './parameters.ts';
import { type SimilarityValues, sumOfSimilarities } from './similarityLoss.ts';
import { minesNothing } from './minesNothing.ts';

const rule = firstAgainstSecond<SimilarityValues>({
  temperatureOf: () => 1,
  isSymmetric: () => false,
});

/**
 * The N-pair loss (Sohn 2016): the first row of each class asks for the second among the second rows of
 * all classes, by inner products without a temperature; further rows and classes of one row take no
 * part. InfoNCE in one direction at temperature 1. The paper's penalty on the lengths of the rows is
 * left out; pytorch-metric-learning takes cosines unless it is told otherwise.
 */
export const nPair = asLoss({
  name: 'n-pair',
  label: 'N-pair',
  about:
    'The first sample of a class against the second samples of all classes, in a softmax of inner products without a temperature.',
  parameters: { similarity },
  usual: { similarity: 'dot' },
  takesDistance: false,
  refuses: minesNothing('N-pair weighs all pairs of the batch by itself'),
  create: ({ values }) => sumOfSimilarities(rule, values),
  countValid: countPairs,
  collapse: (_, { p }) => ({
    name: 'ln P',
    words: 'ln P, that of a blind guess among the P classes',
    height: Math.log(p),
    remedy: 'Another learning rate or seed may escape it.',
  }),
  items: itemsOfPairs(rule),
  pytorch: ({ values, reducer }) => ({
    constants: 'TEMPERATURE = 1.0  # the loss has none',
    usesDistance: false,
    definition: firstAgainstSecondInPytorch(values, reducer, false),
  }),
});
