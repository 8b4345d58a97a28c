import { dispose, type Tensor } from '@tensorflow/tfjs-core';
import { lookUp } from '../metric/lookUp.ts';
import type { Random } from '../metric/random.ts';
import { registerConvolutionGradient } from './convolution.ts';
import { registerDenseGradient } from './dense.ts';
import type { Parameter } from './layers.ts';
import { type NetworkName, type NetworkShape, networks } from './networks.ts';
import { registerPoolingGradient } from './pooling.ts';
import { registerReshapeGradient } from './reshapeGradient.ts';

export interface Network {
  readonly parameters: readonly Parameter[];
  /** How many numbers are learned. */
  readonly size: number;
  /** Images [1, B, height × width] to embeddings [1, B, dims]. */
  forward(images: Tensor): Tensor;
  dispose(): void;
}

function registerGradients(): void {
  registerDenseGradient();
  registerConvolutionGradient();
  registerPoolingGradient();
  registerReshapeGradient();
}

/**
 * A network by name on the current backend, its weights drawn from `random` (He et al. 2015), its
 * biases 0. Throws on names that it does not know.
 */
export function createNetwork(name: NetworkName, shape: NetworkShape, random: Random): Network {
  registerGradients();
  const layers = lookUp(networks, 'network', name)(shape, random);
  const parameters = layers.flatMap((layer) => layer.parameters);
  return {
    parameters,
    size: parameters.reduce((total, { variable }) => total + variable.size, 0),
    forward: (images) => layers.reduce((x, layer) => layer.apply(x), images),
    dispose: () => dispose(parameters.map(({ variable }) => variable)),
  };
}
