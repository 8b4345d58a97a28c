import {
  add,
  leakyRelu,
  matMul,
  relu,
  reshape,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs';
import { type Activation, SLOPES } from '#training/network/activations.ts';

const activate = (z: Tensor, activation: Activation): Tensor => {
  if (activation === 'relu') return relu(z);
  return activation === 'leakyrelu' ? leakyRelu(z, SLOPES.leakyrelu) : z;
};

/** In the place of src/training/network/dense.ts: as one writes it with the ops of TensorFlow.js. */
export function dense(x: Tensor, weights: Tensor, bias: Tensor, activation: Activation): Tensor {
  const [, rows, from] = x.shape as [number, number, number];
  const to = weights.shape[2]!;
  const product = matMul(
    reshape(x, [rows, from]) as Tensor2D,
    reshape(weights, [from, to]) as Tensor2D,
  );
  return reshape(activate(add(product, bias), activation), [1, rows, to]);
}

export const denseBackward = (): never => {
  throw new Error('the tape of TensorFlow.js goes back through its own operations');
};
