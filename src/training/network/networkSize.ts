import { type NetworkShape, type PlannedLayer, planNetwork } from './networkPlan.ts';
import type { NetworkName } from './networks/registry.ts';

type Shapes = ReadonlyMap<string, readonly number[]>;

/** The kernel of a layer: a dense one is [in, out], filters are [height, width, in, out]. */
function kernelOf(layer: PlannedLayer): readonly number[] | undefined {
  if (layer.kind === 'dense') return [layer.from, layer.to];
  if (layer.kind === 'conv') return [layer.size, layer.size, layer.image.channels, layer.to];
  return undefined;
}

/**
 * The shape of each array that a network learns, by name, in the order of its layers; known without
 * TensorFlow.js, so that the page can tell before anything is loaded. Throws on unknown names.
 */
export const networkShapes = (network: NetworkName, shape: NetworkShape): Shapes =>
  new Map(
    planNetwork(network, shape).flatMap((layer): [string, readonly number[]][] => {
      const kernel = kernelOf(layer);
      if (!kernel) return [];
      return [
        [`${layer.name}/kernel`, kernel],
        [`${layer.name}/bias`, [kernel.at(-1)!]],
      ];
    }),
  );

/** How many numbers a network learns, weights and biases. Throws on unknown names. */
export const networkSize = (network: NetworkName, shape: NetworkShape): number =>
  [...networkShapes(network, shape).values()].reduce(
    (total, lengths) => total + lengths.reduce((product, length) => product * length, 1),
    0,
  );
