import { backend_util, type NamedAttrMap, type TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, sizeOf } from './backendMemory.ts';
import { areFloats, type Kernel } from './kernel.ts';
import { outputPixels, SLIDING_BYTES, writeSliding } from './sliding.ts';

const poolingOf = ({ shape }: TensorInfo, attributes: NamedAttrMap): backend_util.Conv2DInfo =>
  backend_util.computePool2DInfo(
    shape as [number, number, number, number],
    attributes['filterSize'] as number,
    attributes['strides'] as number,
    1,
    attributes['pad'] as 'same',
    attributes['dimRoundingMode'] as 'floor',
  );

const maxPool: Kernel = {
  name: 'MaxPool',
  compute({ x }, attributes, { backend, kernels, scratch }) {
    if (!x || !areFloats(x)) return undefined;
    const info = poolingOf(x, attributes);
    const output = backend.makeOutput(info.outShape, 'float32');
    const sliding = scratch(SLIDING_BYTES);
    writeSliding(backend, sliding, info);
    kernels.maxPool(addressOf(backend, output), addressOf(backend, x), sliding, outputPixels(info));
    return output;
  },
};

const maxPoolGradient: Kernel = {
  name: 'MaxPoolGrad',
  compute({ dy, input }, attributes, { backend, kernels, scratch }) {
    if (!dy || !input || !areFloats(dy, input)) return undefined;
    const info = poolingOf(input, attributes);
    const gradient = backend.makeOutput(input.shape, 'float32');
    const sliding = scratch(SLIDING_BYTES);
    writeSliding(backend, sliding, info);
    kernels.maxPoolGradient(
      addressOf(backend, gradient),
      addressOf(backend, dy),
      addressOf(backend, input),
      sliding,
      outputPixels(info),
      sizeOf(input),
    );
    return gradient;
  },
};

export const poolingKernels: readonly Kernel[] = [maxPool, maxPoolGradient];
