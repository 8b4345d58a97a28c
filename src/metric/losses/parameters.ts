import type { ChoiceParameter, FlagParameter, NumberParameter } from '../parameter.ts';
import { type SimilarityName, similarities } from '../similarities/registry.ts';

/** Of the losses that have one, in units of the distance, squared or plain. */
export const margin = {
  kind: 'number',
  label: 'margin',
  about: 'How much farther than the positive a negative should be, in units of the distance.',
  initial: 0.5,
  range: { min: 0.01, max: 10, whole: false },
  slider: { min: 0.01, max: 2, step: 0.01 },
} as const satisfies NumberParameter;

export const softMargin = {
  kind: 'flag',
  label: 'Hinge or soft margin',
  about:
    'The hinge is zero once the margin holds. The soft margin, ln(1 + exp(d_ap − d_an)), never quite lets go, and has no margin to set.',
  initial: false,
  off: 'hinge',
  on: 'soft margin',
} as const satisfies FlagParameter;

/** Of the losses that are a softmax. The default is that of pytorch-metric-learning's SupCon. */
export const temperature = {
  kind: 'number',
  label: 'temperature',
  about:
    'What similarities are divided by before the softmax: the smaller, the more the hardest negatives count.',
  initial: 0.1,
  range: { min: 0.01, max: 10, whole: false },
  slider: { min: 0.01, max: 1, step: 0.01 },
} as const satisfies NumberParameter;

/** The factor T / T₀ of SupContrast's code, which has 0.07 here; 0.1 is the temperature that T begins with. */
export const baseTemperature = {
  kind: 'number',
  label: 'base temperature',
  about:
    'The loss is multiplied by the temperature and divided by this one: the same as the temperature leaves it as it is.',
  initial: 0.1,
  range: { min: 0.01, max: 10, whole: false },
  slider: { min: 0.01, max: 1, step: 0.01 },
} as const satisfies NumberParameter;

/** Of the losses that ask each row of one list for its partner in another. */
export const symmetric = {
  kind: 'flag',
  label: 'One direction or both',
  about:
    'One direction looks for the second sample of every class among all second samples. Both look for the first among the first as well, and take the mean, as CLIP does.',
  initial: false,
  off: 'one direction',
  on: 'both directions',
} as const satisfies FlagParameter;
/** Of the losses that are a softmax over class vectors. */
export const scale = {
  kind: 'number',
  label: 'scale',
  about:
    'What cosines are multiplied by before the softmax: without it no sample could bring the share of its class near 1. Faces are trained with 64, ten digits with less.',
  initial: 16,
  range: { min: 0.1, max: 256, whole: false },
  slider: { min: 1, max: 64, step: 1 },
} as const satisfies NumberParameter;

/** CosFace has 0.35 for faces. */
export const cosineMargin = {
  kind: 'number',
  label: 'cosine margin',
  about: 'What is taken from the cosine with the own class vector, so that it has to be larger.',
  initial: 0.35,
  range: { min: 0, max: 2, whole: false },
  slider: { min: 0, max: 1, step: 0.01 },
} as const satisfies NumberParameter;

/** ArcFace has 0.5 for faces. */
export const angularMargin = {
  kind: 'number',
  label: 'angular margin',
  about:
    'What is added to the angle to the own class vector, in radians, so that it has to be smaller.',
  initial: 0.5,
  range: { min: 0, max: 1.57, whole: false },
  slider: { min: 0, max: 1, step: 0.01 },
} as const satisfies NumberParameter;

export const similarity: ChoiceParameter<SimilarityName> = {
  kind: 'choice',
  label: 'similarity',
  about: 'How alike two embeddings are.',
  initial: 'cosine',
  options: [...similarities].map(([name, { label }]) => ({ name, label })),
};
