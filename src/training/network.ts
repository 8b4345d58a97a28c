import {
  dispose,
  type Tensor,
  tensor1d,
  tensor3d,
  tidy,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { Random } from '../metric/random.ts';
import type { Activation } from './activationGradient.ts';
import { dense } from './dense.ts';

export interface Network {
  readonly variables: readonly Variable[];
  /** Images [1, B, pixels] to embeddings [1, B, dims]. */
  forward(images: Tensor): Tensor;
  dispose(): void;
}

interface Layer {
  readonly weights: Variable;
  readonly bias: Variable;
  readonly activation: Activation;
}

/** A normally distributed number (Box and Muller). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

function createLayer(from: number, to: number, activation: Activation, random: Random): Layer {
  const spread = Math.sqrt(2 / from);
  const initial = Float32Array.from({ length: from * to }, () => spread * normal(random));
  return tidy(() => ({
    weights: tensor3d(initial, [1, from, to]).variable(),
    bias: tensor1d(new Float32Array(to)).variable(),
    activation,
  }));
}

/**
 * A multilayer perceptron with ReLU between its layers, initialised after He et al. 2015.
 * `sizes` are the widths from the pixels to the embedding: [784, 256, 128, 2].
 */
export function createNetwork(sizes: readonly number[], random: Random): Network {
  const layers = sizes
    .slice(1)
    .map((to, index) =>
      createLayer(sizes[index]!, to, index === sizes.length - 2 ? 'linear' : 'relu', random),
    );
  const variables = layers.flatMap(({ weights, bias }) => [weights, bias]);
  return {
    variables,
    forward: (images) =>
      layers.reduce(
        (x, { weights, bias, activation }) => dense(x, weights, bias, activation),
        images,
      ),
    dispose: () => dispose([...variables]),
  };
}
