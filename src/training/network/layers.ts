import {
  type Rank,
  reshape,
  type Tensor,
  type Tensor4D,
  tensor,
  tidy,
  type Variable,
} from '@tensorflow/tfjs-core';
import { normal, type Random } from '#metric/random.ts';
import type { Activation } from './activations.ts';
import { convolve, convolveBackward } from './convolution.ts';
import { dense, denseBackward } from './dense.ts';
import type { Layer, Parameter, Passed } from './layer.ts';
import { maxPool, maxPoolBackward } from './pooling.ts';

const product = (shape: readonly number[]) => shape.reduce((size, length) => size * length, 1);

const variableOf = (values: Float32Array, shape: readonly number[]): Variable =>
  tidy(() => tensor<Rank>(values, [...shape]).variable());

/** After He et al. 2015: the spread keeps the scale of what comes in, whatever the fan-in. */
function heNormal(shape: readonly number[], random: Random): Float32Array {
  const spread = Math.sqrt(2 / product(shape.slice(0, -1)));
  return Float32Array.from({ length: product(shape) }, () => spread * normal(random));
}

const biasOf = (name: string, width: number): Parameter => ({
  name: `${name}/bias`,
  shape: [width],
  variable: variableOf(new Float32Array(width), [width]),
});

export interface LayerOptions {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly activation: Activation;
  readonly random: Random;
}

/** [1, B, from] to [1, B, to]. */
export function denseLayer({ name, from, to, activation, random }: LayerOptions): Layer {
  const weights = variableOf(heNormal([from, to], random), [1, from, to]);
  const bias = biasOf(name, to);
  return {
    parameters: [{ name: `${name}/kernel`, shape: [from, to], variable: weights }, bias],
    apply: (x) => dense(x, weights, bias.variable, activation),
    backward: (passed) => denseBackward(passed, weights, activation),
  };
}

interface ConvLayerOptions extends LayerOptions {
  /** Height and width of the filter. */
  readonly size: number;
  readonly stride: number;
}

/** [B, H, W, from] to [B, ⌈H / stride⌉, ⌈W / stride⌉, to], padded with zeros. */
export function convLayer(options: ConvLayerOptions): Layer {
  const { name, from, to, size, stride, activation, random } = options;
  const shape = [size, size, from, to];
  const variable = variableOf(heNormal(shape, random), shape);
  const filter = variable as unknown as Tensor4D;
  const bias = biasOf(name, to);
  return {
    parameters: [{ name: `${name}/kernel`, shape, variable }, bias],
    apply: (x) => convolve(x as Tensor4D, filter, bias.variable, stride, activation),
    backward: (passed) => convolveBackward(passed as Passed<Tensor4D>, filter, stride, activation),
  };
}

const POOL = 2;

/** The largest of every 2 × 2 pixels. */
export const poolLayer = (): Layer => ({
  parameters: [],
  apply: (x) => maxPool(x as Tensor4D, POOL),
  backward: (passed) => maxPoolBackward(passed, POOL),
});

/** The same values in another shape. */
const reshapeLayer = (shapeOf: (x: Tensor) => number[]): Layer => ({
  parameters: [],
  apply: (x) => reshape(x, shapeOf(x)),
  backward: ({ x, dy }) => ({ x: reshape(dy, x.shape), parameters: [] }),
});

/** [1, B, height × width] to [B, height, width, 1]. */
export const imagesLayer = (height: number, width: number): Layer =>
  reshapeLayer((x) => [x.shape[1]!, height, width, 1]);

/** [B, H, W, C] to [1, B, H × W × C]. */
export const flattenLayer = (): Layer =>
  reshapeLayer((x) => [1, x.shape[0]!, product(x.shape.slice(1))]);
