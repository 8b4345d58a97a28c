import { addressOf, sizeOf } from './backendMemory.ts';
import { areFloats, type Kernel } from './kernel.ts';
import { ADAM_UPDATE, type AdamAttributes, SGD_UPDATE, type SgdAttributes } from './names.ts';

const adam: Kernel = {
  name: ADAM_UPDATE,
  compute({ variable, gradient, firstMoment, secondMoment }, attributes, { backend, kernels }) {
    if (!variable || !gradient || !firstMoment || !secondMoment) return undefined;
    if (!areFloats(variable, gradient, firstMoment, secondMoment)) return undefined;
    const { learningRate, beta1, beta2, epsilon, step } = attributes as unknown as AdamAttributes;
    kernels.adam(
      addressOf(backend, variable),
      addressOf(backend, gradient),
      addressOf(backend, firstMoment),
      addressOf(backend, secondMoment),
      sizeOf(variable),
      learningRate,
      beta1,
      beta2,
      epsilon,
      1 - beta1 ** step,
      1 - beta2 ** step,
    );
    return [];
  },
};

const sgd: Kernel = {
  name: SGD_UPDATE,
  compute({ variable, gradient, velocity }, attributes, { backend, kernels }) {
    if (!variable || !gradient || !areFloats(variable, gradient)) return undefined;
    const { learningRate, momentum } = attributes as unknown as SgdAttributes;
    kernels.sgd(
      addressOf(backend, variable),
      addressOf(backend, gradient),
      velocity ? addressOf(backend, velocity) : 0,
      sizeOf(variable),
      learningRate,
      momentum,
    );
    return [];
  },
};

export const updateKernels: readonly Kernel[] = [adam, sgd];
