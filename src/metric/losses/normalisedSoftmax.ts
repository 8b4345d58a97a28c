import { classSoftmax } from '../proxies/classSoftmax.ts';
import { pythonFloat } from '../pythonFloat.ts';
import { overClassVectors } from './overClassVectors.ts';
import { scale } from './parameters.ts';

/**
 * Normalised softmax (Wang et al. 2017, NormFace; Zhai and Wu 2019): the cross-entropy of a classifier
 * whose embeddings and class vectors are of length 1, its logits multiplied by a scale
 * (pytorch-metric-learning divides by a temperature instead).
 */
export const normalisedSoftmax = overClassVectors({
  name: 'normalised-softmax',
  label: 'Normalised softmax',
  about: 'A softmax over the cosines of a sample with one learned vector for each class.',
  parameters: { scale },
  evaluate: (samples, vectors, { scale }) => classSoftmax(samples, vectors, { scale }),
  rest: (_, classes) => ({ name: 'ln C', height: Math.log(classes) }),
  pytorch: ({ scale }) => ({
    constants: `SCALE = ${pythonFloat(scale)}`,
    loss: 'losses.NormalizedSoftmaxLoss(\n    temperature=1 / SCALE,',
  }),
});
