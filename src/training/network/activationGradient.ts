import {
  engine,
  getBackend,
  getKernel,
  mul,
  reshape,
  step,
  sum,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { ACTIVATION_GRADIENT } from '#kernels/names.ts';
import { type Activation, SLOPES } from './activations.ts';

/** The current backend computes with our kernels. */
export const hasKernels = (): boolean => !!getKernel(ACTIVATION_GRADIENT, getBackend());

/**
 * Backwards through y = activation(z + bias), the bias along the last axis: from dy and y (any
 * shape) to the gradients with respect to z (of that shape) and to the bias.
 */
export function activationGradient(
  dy: Tensor,
  y: Tensor,
  activation: Activation,
): { dz: Tensor; bias: Tensor } {
  const slope = SLOPES[activation];
  if (hasKernels()) {
    const [dz, bias] = engine().runKernel(ACTIVATION_GRADIENT, { dy, y }, { slope }) as Tensor[];
    return { dz: dz!, bias: bias! };
  }
  const dz = activation === 'linear' ? dy : mul(dy, step(y, slope));
  return { dz, bias: sum(reshape(dz, [-1, dz.shape.at(-1)!]), 0) };
}
