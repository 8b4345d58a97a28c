import { ADAM_UPDATE } from '#kernels/names.ts';
import type { OptimiserEntry } from './entry.ts';

const BETA1 = 0.9;
const BETA2 = 0.999;
/** That of TensorFlow.js; PyTorch has 1e-8. */
const EPSILON = 1e-7;

/** Adam (Kingma and Ba 2015) with the bias correction of `tf.train.adam`. */
export const adam = {
  name: 'adam',
  label: 'Adam',
  about: 'Adam scales each weight’s step by itself; it has no use for the momentum.',
  parameters: {},
  memory: 2,
  kernel: ADAM_UPDATE,
  inputs: ({ variable, gradient, memory }) => ({
    variable,
    gradient,
    firstMoment: memory[0]!,
    secondMoment: memory[1]!,
  }),
  attributes: ({ learningRate, step }) => ({
    learningRate,
    beta1: BETA1,
    beta2: BETA2,
    epsilon: EPSILON,
    step,
  }),
  apply({ add, div, mul, sqrt, square }, { variable, gradient, memory, step, learningRate }) {
    const [first, second] = [memory[0]!, memory[1]!];
    const unbias1 = 1 - BETA1 ** step;
    const unbias2 = 1 - BETA2 ** step;
    first.assign(add(mul(first, BETA1), mul(gradient, 1 - BETA1)));
    second.assign(add(mul(second, BETA2), mul(square(gradient), 1 - BETA2)));
    const direction = div(div(first, unbias1), add(sqrt(div(second, unbias2)), EPSILON));
    variable.assign(add(mul(direction, -learningRate), variable));
  },
  pytorch: (_, parameters) => `torch.optim.Adam(${parameters}, lr=LEARNING_RATE, eps=1e-7)`,
} as const satisfies OptimiserEntry;
