import { createRandom } from '#metric/random.ts';
import { gather } from '../inputs.ts';
import { embedInputs, inputsIn } from './embedInputs.ts';
import type { SavedNetwork } from './layersModel.ts';
import { createNetwork, type Network } from './network.ts';
import type { NetworkShape } from './networkPlan.ts';
import type { NetworkName } from './networks/registry.ts';

/** A network that embeds and learns nothing. */
export interface Embedder {
  readonly dims: number;
  /** Row-major, `dims` numbers an image. Images are bytes one after another, as in Samples. */
  embed(images: Uint8Array): Promise<Float32Array>;
  dispose(): void;
}

function embedderOf(network: Network, shape: NetworkShape, normalise: boolean): Embedder {
  const { height, width, dims } = shape;
  return {
    dims,
    embed(images) {
      const rows = images.length / (height * width);
      const inputs = gather({ images, labels: new Uint8Array(rows) });
      return embedInputs(network, inputsIn(inputs, rows), { rows, dims, normalise });
    },
    dispose: network.dispose,
  };
}

/**
 * Brings a saved network to the current TensorFlow.js backend; with `normalise` its embeddings have
 * length 1. Throws a RangeError when the weights are not those of the network that they name.
 */
export function createEmbedder(saved: SavedNetwork, normalise: boolean): Embedder {
  const { height, width, weights } = saved;
  // The last array is the bias of the embedding.
  const shape = { height, width, dims: weights.at(-1)?.values.length ?? 0 };
  const network = createNetwork(saved.network as NetworkName, shape, createRandom(0));
  try {
    network.load(weights);
  } catch (error) {
    network.dispose();
    throw error;
  }
  return embedderOf(network, shape, normalise);
}

/** A network as it is before its first step: what a seed gives. */
export const createUntrainedEmbedder = (
  name: NetworkName,
  shape: NetworkShape,
  { seed, normalise }: { readonly seed: number; readonly normalise: boolean },
): Embedder => embedderOf(createNetwork(name, shape, createRandom(seed)), shape, normalise);
