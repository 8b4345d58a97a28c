import { pythonFloat } from '../pythonFloat.ts';
import {
  countPairs,
  firstAgainstSecond,
  firstAgainstSecondInPytorch,
  itemsOfPairs,
} from './firstAgainstSecond.ts';
import { checkTemperature } from '../softmax/temperature.ts';
import { asLoss } from './loss.ts';
import { similarity, symmetric, temperature } from './parameters.ts';
import { type SoftmaxValues, sumOfSimilarities } from './similarityLoss.ts';
import { minesNothing } from './minesNothing.ts';

interface Values extends SoftmaxValues {
  readonly symmetric: boolean;
}

const rule = firstAgainstSecond<Values>({
  temperatureOf: ({ temperature }) => temperature,
  isSymmetric: ({ symmetric }) => symmetric,
});

/**
 * InfoNCE in a batch of pairs (van den Oord et al. 2018): the first row of each class (or view of each
 * sample) asks for the second among the second rows of all classes, similarities divided by the
 * temperature; further rows and classes of one row take no part. In both directions it is CLIP's
 * loss with a logit scale of 1/T. One pair alone has loss 0. Throws on a temperature that is not
 * above 0.
 */
export const infoNce = asLoss({
  name: 'info-nce',
  label: 'InfoNCE',
  about:
    'A softmax over the similarities of the first sample of a class to the second samples of all classes, where its own should have the share. Of more samples a class only two take part.',
  parameters: { temperature, symmetric, similarity },
  usual: {},
  takesDistance: false,
  refuses: minesNothing('InfoNCE weighs all pairs of the batch by itself'),
  create({ values }) {
    checkTemperature(values.temperature);
    return sumOfSimilarities(rule, values);
  },
  countValid: (classes, { symmetric }) => (symmetric ? 2 : 1) * countPairs(classes),
  collapse: (_, { p }) => ({
    name: 'ln P',
    words: 'ln P, that of a blind guess among the P classes (or samples, of which there are views)',
    height: Math.log(p),
    remedy: 'Another temperature, learning rate or seed may escape it.',
  }),
  items: itemsOfPairs(rule),
  pytorch: ({ values, reducer }) => ({
    constants: `TEMPERATURE = ${pythonFloat(values.temperature)}`,
    usesDistance: false,
    definition: firstAgainstSecondInPytorch(values, reducer, values.symmetric),
  }),
});
