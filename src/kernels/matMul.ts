import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { slopeOf } from './activation.ts';
import { addressOf, sizeOf } from './backendMemory.ts';
import { areFloats, type Kernel, type KernelContext } from './kernel.ts';

interface Factors {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
  readonly bias?: TensorInfo | undefined;
}

/** activation(a·b + bias) of one pair of matrices, or undefined when it is more than that. */
function multiply(
  { a, b, bias }: Factors,
  attributes: NamedAttrMap,
  { backend, kernels, scratch }: KernelContext,
): TensorInfo | undefined {
  const slope = slopeOf(attributes);
  const isOneMatrix = (tensor: TensorInfo) => tensor.shape.slice(0, -2).every((size) => size === 1);
  if (slope === undefined || !areFloats(a, b) || !isOneMatrix(a) || !isOneMatrix(b)) {
    return undefined;
  }
  const { transposeA, transposeB } = attributes as { transposeA: boolean; transposeB: boolean };
  const [depth, m] = transposeA
    ? [a.shape.at(-2)!, a.shape.at(-1)!]
    : [a.shape.at(-1)!, a.shape.at(-2)!];
  const n = b.shape.at(transposeB ? -2 : -1)!;
  if (bias && (!areFloats(bias) || sizeOf(bias) !== n)) return undefined;
  const rank = Math.max(a.shape.length, b.shape.length);
  const product = backend.makeOutput([...new Array(rank - 2).fill(1), m, n], 'float32');
  const room = scratch(kernels.matMulScratch(m, n, depth));
  kernels.matMul(
    addressOf(backend, product),
    addressOf(backend, a),
    addressOf(backend, b),
    m,
    n,
    depth,
    Number(transposeA),
    Number(transposeB),
    bias ? addressOf(backend, bias) : 0,
    slope,
    room,
  );
  return product;
}

const matMulKernel = (name: string): Kernel => ({
  name,
  compute({ a, b, bias, preluActivationWeights }, attributes, context) {
    if (!a || !b || preluActivationWeights) return undefined;
    return multiply({ a, b, bias }, attributes, context);
  },
});

export const matMulKernels: readonly Kernel[] = [
  matMulKernel('BatchMatMul'),
  matMulKernel('_FusedMatMul'),
];
