import {
  add,
  engine,
  getBackend,
  maximum,
  mul,
  type NamedAttrMap,
  neg,
  reciprocal,
  step,
  sub,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { hasKernels } from './activationGradient.ts';
import type { LayerGradients, Passed } from './layer.ts';

const MAX_POOL = 'MaxPool';

const windowsOf = (size: number) => ({ filterSize: size, strides: size, pad: 'same' });

interface Pooled {
  readonly dy: Tensor;
  readonly input: Tensor;
  readonly output: Tensor;
}

const handBack = (pooled: Pooled, attributes: NamedAttrMap): Tensor =>
  engine().runKernel('MaxPoolGrad', { ...pooled }, attributes) as Tensor;

/** Keeps the order of numbers up to 0 and makes them positive: the nearer to 0, the greater. */
const positive = (x: Tensor): Tensor => reciprocal(maximum(neg(x), 1e-30));

/**
 * TensorFlow.js' own wasm kernel starts its search for the greatest at the smallest positive
 * number, and so loses the gradient of every window without a positive one: these are handed back
 * by themselves.
 */
function handBackOnStockWasm({ dy, input, output }: Pooled, attributes: NamedAttrMap): Tensor {
  const above = mul(dy, step(output));
  const below = { dy: sub(dy, above), input: positive(input), output: positive(output) };
  return add(handBack({ dy: above, input, output }, attributes), handBack(below, attributes));
}

/** The greatest number under windows of size × size side by side: x [B, h, w, c] -> [B, ⌈h/size⌉, ⌈w/size⌉, c]. */
export function maxPool(x: Tensor4D, size: number): Tensor4D {
  return engine().runKernel(MAX_POOL, { x }, windowsOf(size)) as Tensor4D;
}

/** Back through it: each gradient goes to the greatest number under its window, of equals to the first. */
export function maxPoolBackward({ x, y, dy }: Passed, size: number): LayerGradients {
  const isStockWasm = getBackend() === 'wasm' && !hasKernels();
  const handBackHere = isStockWasm ? handBackOnStockWasm : handBack;
  return { x: handBackHere({ dy, input: x, output: y }, windowsOf(size)), parameters: [] };
}
