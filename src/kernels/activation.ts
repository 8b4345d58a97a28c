import type { NamedAttrMap } from '@tensorflow/tfjs-core';
import { addressOf, sizeOf } from './backendMemory.ts';
import { areFloats, type Kernel } from './kernel.ts';
import { ACTIVATION_GRADIENT } from './names.ts';

/** The slope for negative numbers of an activation that a kernel can fuse. */
export function slopeOf(attributes: NamedAttrMap): number | undefined {
  switch (attributes['activation']) {
    case undefined:
    case 'linear':
      return 1;
    case 'relu':
      return 0;
    case 'leakyrelu':
      return attributes['leakyreluAlpha'] as number;
    default:
      return undefined;
  }
}

const activationKernel = (name: string, slope: (attributes: NamedAttrMap) => number): Kernel => ({
  name,
  compute({ x }, attributes, { backend, kernels }) {
    if (!x || !areFloats(x)) return undefined;
    const y = backend.makeOutput(x.shape, 'float32');
    kernels.activateRows(
      addressOf(backend, y),
      addressOf(backend, x),
      1,
      sizeOf(x),
      0,
      slope(attributes),
    );
    return y;
  },
});

const activationGradient: Kernel = {
  name: ACTIVATION_GRADIENT,
  compute({ dy, y }, attributes, { backend, kernels }) {
    if (!dy || !y || !areFloats(dy, y)) return undefined;
    const width = y.shape.at(-1) ?? 1;
    const dz = backend.makeOutput(y.shape, 'float32');
    const biasGradient = backend.makeOutput([width], 'float32');
    kernels.activationGradient(
      addressOf(backend, dz),
      addressOf(backend, biasGradient),
      addressOf(backend, dy),
      addressOf(backend, y),
      width > 0 ? sizeOf(y) / width : 0,
      width,
      attributes['slope'] as number,
    );
    return [dz, biasGradient];
  },
};

export const activationKernels: readonly Kernel[] = [
  activationKernel('Relu', () => 0),
  activationKernel('LeakyRelu', ({ alpha }) => alpha as number),
  activationGradient,
];
