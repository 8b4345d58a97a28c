import {
  add,
  conv2d,
  leakyRelu,
  matMul,
  maxPool as maxPoolOp,
  relu,
  reshape,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor,
} from '@tensorflow/tfjs';
import { SLOPES } from '#training/network/activations.ts';
import { convolve } from '#training/network/convolution.ts';
import { dense } from '#training/network/dense.ts';
import { maxPool } from '#training/network/pooling.ts';
import {
  type BenchLayer,
  type BenchNetworkName,
  benchNetworks,
  initialWeights,
} from './benchNetworks.ts';

/**
 * TensorFlow.js as it is shipped, on wasm or on cpu; the same wasm backend under our layers, whose
 * gradients avoid its slow paths and gaps; and with our kernels.
 */
export type TensorFlowEngine = 'stock' | 'cpu' | 'our layers' | 'our kernels';

type Apply = (x: Tensor, layer: BenchLayer, weights: Tensor, bias: Tensor) => Tensor;

export const isOurs = (engine: TensorFlowEngine) => engine.startsWith('our');

const activate = (z: Tensor, activation: string): Tensor => {
  if (activation === 'relu') return relu(z);
  return activation === 'leakyrelu' ? leakyRelu(z, SLOPES.leakyrelu) : z;
};

/** As one writes it with the ops of TensorFlow.js. */
const applyStock: Apply = (x, layer, weights, bias) => {
  if (layer.kind === 'pool') return maxPoolOp(x as Tensor4D, 2, 2, 'same');
  const z =
    layer.kind === 'dense'
      ? matMul(reshape(x, [-1, layer.from]) as Tensor2D, weights as Tensor2D)
      : conv2d(x as Tensor4D, weights as Tensor4D, layer.stride, 'same');
  return activate(add(z, bias), layer.activation);
};

const applyOurs: Apply = (x, layer, weights, bias) => {
  if (layer.kind === 'pool') return maxPool(x as Tensor4D, 2);
  if (layer.kind === 'dense') {
    const rows = reshape(x, [1, -1, layer.from]);
    return dense(rows, reshape(weights, [1, layer.from, layer.to]), bias, layer.activation);
  }
  return convolve(x as Tensor4D, weights as Tensor4D, bias, layer.stride, layer.activation);
};

export type BenchModel = ReturnType<typeof createModel>;

/** The layers of a network with their variables, applied as the engine does. */
export function createModel(engine: TensorFlowEngine, name: BenchNetworkName) {
  const apply = isOurs(engine) ? applyOurs : applyStock;
  const layers = benchNetworks[name].map((layer) => {
    const initial = initialWeights(layer);
    return {
      layer,
      variables: initial
        ? [
            tensor(initial.values, initial.shape).variable(),
            tensor(new Float32Array(initial.shape.at(-1)!)).variable(),
          ]
        : [],
    };
  });
  return {
    variables: layers.flatMap((layer) => layer.variables),
    forward: (images: Tensor) =>
      layers.reduce(
        (x, { layer, variables: [weights, bias] }) => apply(x, layer, weights!, bias!),
        images,
      ),
  };
}
