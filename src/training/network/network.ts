import { dispose, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import type { Random } from '#metric/random.ts';
import { buildLayers } from './buildLayers.ts';
import type { Parameter } from './layer.ts';
import type { SavedNetwork } from './layersModel.ts';
import type { NetworkShape } from './networkPlan.ts';
import type { NetworkName } from './networks/registry.ts';
import { beginPass, type Pass } from './pass.ts';

export interface Network {
  readonly parameters: readonly Parameter[];
  /** How many numbers are learned. */
  readonly size: number;
  /** Images [1, B, height × width] to embeddings [1, B, dims]. */
  forward(images: Tensor): Tensor;
  /** The same, to go back through: see Pass. */
  begin(images: Tensor): Pass;
  /** Takes over what was learned before. Throws a RangeError on weights that are not this network's. */
  load(weights: SavedNetwork['weights']): void;
  dispose(): void;
}

/**
 * A network by name on the current backend, its weights drawn from `random` (He et al. 2015), its
 * biases 0. Throws on names that it does not know.
 */
export function createNetwork(name: NetworkName, shape: NetworkShape, random: Random): Network {
  const layers = buildLayers(name, shape, random);
  const parameters = layers.flatMap((layer) => layer.parameters);
  return {
    parameters,
    size: parameters.reduce((total, { variable }) => total + variable.size, 0),
    forward: (images) => layers.reduce((x, layer) => layer.apply(x), images),
    begin: (images) => beginPass(layers, images),
    load(weights) {
      const found = parameters.map(({ name, shape }) => {
        const saved = weights.find((each) => each.name === name);
        if (!saved || String(saved.shape) !== String(shape))
          throw new RangeError(
            `${name} should be of shape [${shape.join(', ')}], not [${saved?.shape.join(', ') ?? ''}]`,
          );
        return saved;
      });
      parameters.forEach(({ variable }, index) => {
        tidy(() => variable.assign(tensor(found[index]!.values, variable.shape)));
      });
    },
    dispose: () => dispose(parameters.map(({ variable }) => variable)),
  };
}

/** Copies of what a network has learned, by name. */
export const readParameters = ({ parameters }: Pick<Network, 'parameters'>) =>
  Promise.all(
    parameters.map(async ({ name, shape, variable }) => ({
      name,
      shape,
      values: Float32Array.from(await variable.data()),
    })),
  );
