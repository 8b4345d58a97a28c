import {
  add,
  conv2d,
  dispose,
  leakyRelu,
  matMul,
  maxPool,
  relu,
  reshape,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor,
  tidy,
  train,
  variableGrads,
} from '@tensorflow/tfjs';
import type { BatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import { inputTensor } from '#training/inputs.ts';
import { SLOPES } from '#training/network/activations.ts';
import { createNetwork } from '#training/network/network.ts';
import { createOptimiser } from '#training/optimisers/optimiser.ts';
import { onTape } from '../stock/onTape.ts';
import {
  type BenchLayer,
  type BenchNetworkName,
  benchNetworks,
  initialWeights,
  ourNetworks,
} from './benchNetworks.ts';

const LEARNING_RATE = 1e-3;
const SIDE = 28;

/** Forward, mining, backward and Adam on one batch. */
export type TakeStep = (
  pixels: Float32Array,
  rows: number,
  lossAt: (values: Float32Array) => BatchLoss,
) => void;

const activate = (z: Tensor, activation: string): Tensor => {
  if (activation === 'relu') return relu(z);
  return activation === 'leakyrelu' ? leakyRelu(z, SLOPES.leakyrelu) : z;
};

/** As one writes it with the ops of TensorFlow.js. */
function apply(x: Tensor, layer: BenchLayer, weights: Tensor, bias: Tensor): Tensor {
  if (layer.kind === 'pool') return maxPool(x as Tensor4D, 2, 2, 'same');
  const z =
    layer.kind === 'dense'
      ? matMul(reshape(x, [-1, layer.from]) as Tensor2D, weights as Tensor2D)
      : conv2d(x as Tensor4D, weights as Tensor4D, layer.stride, 'same');
  return activate(add(z, bias), layer.activation);
}

/** TensorFlow.js as it is shipped: its operations, its tape, its Adam. */
export function stockStep(name: BenchNetworkName): TakeStep {
  const layers = benchNetworks[name].map((layer) => {
    const initial = initialWeights(layer);
    const variables = initial
      ? [
          tensor(initial.values, initial.shape).variable(),
          tensor(new Float32Array(initial.shape.at(-1)!)).variable(),
        ]
      : [];
    return { layer, variables };
  });
  const variables = layers.flatMap((layer) => layer.variables);
  const forward = (images: Tensor) =>
    layers.reduce(
      (x, { layer, variables: [weights, bias] }) => apply(x, layer, weights!, bias!),
      images,
    );
  const adam = train.adam(LEARNING_RATE);
  return (pixels, rows, lossAt) => {
    const lossOf = onTape(lossAt);
    const { value, grads } = tidy(() => {
      const images = tensor(pixels, [rows, SIDE, SIDE, 1]) as Tensor;
      return variableGrads(() => lossOf(forward(images)), variables);
    });
    const gradients = variables.map(({ name }) => ({ name, tensor: grads[name]! }));
    adam.applyGradients(gradients);
    dispose([value, grads]);
  };
}

/** The lab's own: its network, its pass back, its Adam. */
export function ourStep(name: BenchNetworkName): TakeStep {
  const shape = { height: SIDE, width: SIDE, dims: 2 };
  const network = createNetwork(ourNetworks[name], shape, createRandom(1));
  const variables = network.parameters.map(({ variable }) => variable);
  const rates = { learningRate: LEARNING_RATE, momentum: 0 };
  const optimiser = createOptimiser('adam', { variables, ...rates });
  return (pixels, rows, lossAt) => {
    const pass = network.begin(inputTensor(pixels, rows));
    const { gradient } = lossAt(pass.points.dataSync() as Float32Array);
    const gradients = pass.backward(Float32Array.from(gradient));
    optimiser.update(gradients);
    pass.dispose();
    dispose(gradients);
  };
}
