import { SGD_UPDATE } from '#kernels/names.ts';
import { pythonFloat } from '#metric/pythonFloat.ts';
import type { OptimiserEntry } from './entry.ts';

/** Stochastic gradient descent with momentum as PyTorch has it: v = momentum·v + g, w = w - rate·v. */
export const sgd = {
  name: 'sgd',
  label: 'SGD',
  about: 'SGD takes the gradient as it is, and usually wants a larger rate.',
  parameters: {
    momentum: {
      kind: 'number',
      label: 'momentum',
      about: 'Of SGD: which share of the last step is taken once more.',
      initial: 0.9,
      range: { min: 0, max: 0.999, whole: false },
    },
  },
  memory: 1,
  kernel: SGD_UPDATE,
  inputs: ({ variable, gradient, memory }) => ({ variable, gradient, velocity: memory[0]! }),
  attributes: ({ learningRate, momentum }) => ({ learningRate, momentum }),
  apply({ add, mul }, { variable, gradient, memory, learningRate, momentum }) {
    const velocity = memory[0]!;
    velocity.assign(add(mul(velocity, momentum), gradient));
    variable.assign(add(mul(velocity, -learningRate), variable));
  },
  pytorch: ({ momentum }, parameters) =>
    `torch.optim.SGD(${parameters}, lr=LEARNING_RATE, momentum=${pythonFloat(momentum)})`,
} as const satisfies OptimiserEntry;
