import { backend_util, type NamedAttrMap, type TensorInfo } from '@tensorflow/tfjs-core';
import { slopeOf } from './activation.ts';
import { addressOf, sizeOf } from './backendMemory.ts';
import { areFloats, type Kernel, type KernelContext } from './kernel.ts';
import { outputPixels, SLIDING_BYTES, writeSliding } from './sliding.ts';

type Shape4 = [number, number, number, number];

/** How the filter slides, or undefined for what these kernels leave out: dilation, channels first. */
function convolutionOf(
  imageShape: readonly number[],
  filterShape: readonly number[],
  attributes: NamedAttrMap,
): backend_util.Conv2DInfo | undefined {
  const { strides, pad, dimRoundingMode, dilations = 1, dataFormat } = attributes;
  const info = backend_util.computeConv2DInfo(
    imageShape as Shape4,
    filterShape as Shape4,
    strides as number,
    dilations as number,
    pad as 'same',
    dimRoundingMode as 'floor',
    false,
    backend_util.convertConv2DDataFormat(dataFormat as 'NHWC'),
  );
  const isPlain = info.dilationHeight === 1 && info.dilationWidth === 1;
  return isPlain && info.dataFormat === 'channelsLast' ? info : undefined;
}

/** Scratch for a convolution, how it slides written at its beginning. */
function prepare(info: backend_util.Conv2DInfo, { backend, kernels, scratch }: KernelContext) {
  const pixels = outputPixels(info);
  const filters = info.outChannels;
  // How much is wanted depends on how the window slides, which the kernels read from the memory.
  const described = scratch(SLIDING_BYTES);
  writeSliding(backend, described, info);
  const bytes = kernels.convolutionScratch(described, filters);
  const sliding = scratch(SLIDING_BYTES + bytes);
  writeSliding(backend, sliding, info);
  return { sliding, pixels, filters, room: sliding + SLIDING_BYTES };
}

function convolve(
  images: TensorInfo,
  filter: TensorInfo,
  bias: TensorInfo | undefined,
  attributes: NamedAttrMap,
  context: KernelContext,
): TensorInfo | undefined {
  const slope = slopeOf(attributes);
  const info = convolutionOf(images.shape, filter.shape, attributes);
  if (slope === undefined || !info || !areFloats(images, filter)) return undefined;
  if (bias && (!areFloats(bias) || sizeOf(bias) !== info.outChannels)) return undefined;
  const { backend, kernels } = context;
  const output = backend.makeOutput(info.outShape, 'float32');
  const { sliding, pixels, filters, room } = prepare(info, context);
  kernels.convolution(
    addressOf(backend, output),
    addressOf(backend, images),
    addressOf(backend, filter),
    sliding,
    pixels,
    filters,
    bias ? addressOf(backend, bias) : 0,
    slope,
    room,
  );
  return output;
}

const convolutionKernel = (name: string): Kernel => ({
  name,
  compute({ x, filter, bias, preluActivationWeights }, attributes, context) {
    if (!x || !filter || preluActivationWeights) return undefined;
    return convolve(x, filter, bias, attributes, context);
  },
});

const filterGradient: Kernel = {
  name: 'Conv2DBackpropFilter',
  compute({ x, dy }, attributes, context) {
    const filterShape = attributes['filterShape'] as Shape4;
    if (!x || !dy || !areFloats(x, dy)) return undefined;
    const info = convolutionOf(x.shape, filterShape, attributes);
    if (!info) return undefined;
    const { backend, kernels } = context;
    const gradient = backend.makeOutput(filterShape, 'float32');
    const { sliding, pixels, filters, room } = prepare(info, context);
    kernels.convolutionFilterGradient(
      addressOf(backend, gradient),
      addressOf(backend, x),
      addressOf(backend, dy),
      sliding,
      pixels,
      filters,
      room,
    );
    return gradient;
  },
};

const inputGradient: Kernel = {
  name: 'Conv2DBackpropInput',
  compute({ dy, filter }, attributes, context) {
    const inputShape = attributes['inputShape'] as Shape4;
    if (!dy || !filter || !areFloats(dy, filter)) return undefined;
    const info = convolutionOf(inputShape, filter.shape, attributes);
    if (!info) return undefined;
    const { backend, kernels } = context;
    const gradient = backend.makeOutput(inputShape, 'float32');
    const { sliding, pixels, filters, room } = prepare(info, context);
    kernels.convolutionInputGradient(
      addressOf(backend, gradient),
      addressOf(backend, dy),
      addressOf(backend, filter),
      sliding,
      pixels,
      filters,
      room,
    );
    return gradient;
  },
};

export const convolutionKernels: readonly Kernel[] = [
  convolutionKernel('Conv2D'),
  convolutionKernel('FusedConv2D'),
  filterGradient,
  inputGradient,
];
