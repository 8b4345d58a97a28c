import { addressOf, sizeOf } from './backendMemory.ts';
import { areFloats, type Kernel } from './kernel.ts';
import { ADAM_UPDATE, type AdamAttributes, SGD_UPDATE, type SgdAttributes } from './names.ts';

const adam: Kernel = {
  name: ADAM_UPDATE,
  compute({ variable, gradient, firstMoment, secondMoment }, attributes, { backend, kernels }) {
    if (!variable || !gradient || !firstMoment || !secondMoment) return undefined;
    if (!areFloats(variable, gradient, firstMoment, secondMoment)) return undefined;
    const { learningRate, beta1, beta2, epsilon, step } = attributes as unknown as AdamAttributes;
    // The bias is divided out of what all numbers share, not out of the moments of each.
    const scale = Math.sqrt(1 - beta2 ** step);
    kernels.adam(
      addressOf(backend, variable),
      addressOf(backend, gradient),
      addressOf(backend, firstMoment),
      addressOf(backend, secondMoment),
      sizeOf(variable),
      beta1,
      beta2,
      (learningRate * scale) / (1 - beta1 ** step),
      epsilon * scale,
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
