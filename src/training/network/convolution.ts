import {
  concat,
  engine,
  getBackend,
  getKernel,
  matMul,
  pad as padTensor,
  reshape,
  stridedSlice,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  transpose,
} from '@tensorflow/tfjs-core';
import { activationGradient } from './activationGradient.ts';
import { type Activation, SLOPES } from './activations.ts';
import type { LayerGradients, Passed } from './layer.ts';

const FUSED_CONVOLUTION = 'FusedConv2D';
const FILTER_GRADIENT = 'Conv2DBackpropFilter';
const INPUT_GRADIENT = 'Conv2DBackpropInput';

type Shape4 = [number, number, number, number];

const windowsOf = (strides: number) => ({ strides, pad: 'same', dataFormat: 'NHWC' });

/** Zeros before and after one side, so that the output is as long as the input over the stride. */
function samePadding(length: number, window: number, stride: number): [number, number] {
  const outLength = Math.ceil(length / stride);
  const total = Math.max(0, (outLength - 1) * stride + window - length);
  return [Math.floor(total / 2), total - Math.floor(total / 2)];
}

/**
 * The filter's gradient, for a backend that has no kernel for it (wasm as TensorFlow.js ships it):
 * for each place in the window, the pixels under it times the gradient that came in.
 */
export function filterGradientFromCoreOps(
  x: Tensor4D,
  dy: Tensor4D,
  filterShape: Shape4,
  stride: number,
): Tensor4D {
  const [windowHeight, windowWidth, channels, filters] = filterShape;
  const [batch, height, width] = x.shape;
  const [, outHeight, outWidth] = dy.shape;
  const padded = padTensor(x, [
    [0, 0],
    samePadding(height, windowHeight, stride),
    samePadding(width, windowWidth, stride),
    [0, 0],
  ]);
  const incoming = reshape(dy, [-1, filters]) as Tensor2D;
  const places = Array.from({ length: windowHeight * windowWidth }, (_, place) => {
    const top = Math.floor(place / windowWidth);
    const left = place % windowWidth;
    const under = stridedSlice(
      padded,
      [0, top, left, 0],
      [batch, top + (outHeight - 1) * stride + 1, left + (outWidth - 1) * stride + 1, channels],
      [1, stride, stride, 1],
    );
    return matMul(transpose(reshape(under, [-1, channels])), incoming) as Tensor2D;
  });
  return reshape(concat(places, 0), filterShape);
}

/**
 * activation(convolution of x with the filter + bias), zeros around x ("same" padding):
 * x [B, h, w, c], filter [fh, fw, c, f], bias [f] -> [B, ceil(h / stride), ceil(w / stride), f].
 */
export function convolve(
  x: Tensor4D,
  filter: Tensor4D,
  bias: Tensor,
  stride: number,
  activation: Activation,
): Tensor4D {
  return engine().runKernel(
    FUSED_CONVOLUTION,
    { x, filter, bias },
    { ...windowsOf(stride), dilations: 1, activation, leakyreluAlpha: SLOPES.leakyrelu },
  ) as Tensor4D;
}

/** Back through it. */
export function convolveBackward(
  { x, y, dy, wantsX }: Passed<Tensor4D>,
  filter: Tensor4D,
  stride: number,
  activation: Activation,
): LayerGradients {
  const { dz, bias } = activationGradient(dy, y, activation);
  const windows = windowsOf(stride);
  const run = (kernel: string, inputs: Record<string, Tensor>, attributes: object) =>
    engine().runKernel(kernel, inputs, { ...windows, ...attributes }) as Tensor;
  const ofFilter = getKernel(FILTER_GRADIENT, getBackend())
    ? run(FILTER_GRADIENT, { x, dy: dz }, { filterShape: filter.shape })
    : filterGradientFromCoreOps(x, dz as Tensor4D, filter.shape, stride);
  return {
    ...(wantsX && { x: run(INPUT_GRADIENT, { dy: dz, filter }, { inputShape: x.shape }) }),
    parameters: [ofFilter, bias],
  };
}
