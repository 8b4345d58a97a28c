import type { NetworkShape } from '../network/networkPlan.ts';
import type { NetworkName } from '../network/networks/registry.ts';

/** A network as another worker builds it. */
export interface SharedNetwork extends NetworkShape {
  readonly name: NetworkName;
}

/**
 * Takes a part of each batch forward and back. It keeps nothing from step to step, and so need not be
 * told what an optimiser has done: the weights come with the batch. Rejects once it is lost.
 */
export interface Partner {
  /**
   * Embeddings of inputs, row-major, both of them one row after another. The weights, one parameter
   * after another, are handed over, the inputs too.
   */
  forward(
    network: SharedNetwork,
    weights: Float32Array,
    inputs: Float32Array,
  ): Promise<Float32Array>;
  /**
   * From the gradient at those embeddings to those of the parameters, one after another, in the array
   * that brought the weights.
   */
  backward(gradient: Float32Array): Promise<Float32Array>;
}

/** Opens a partner, or says that there is none to be had. */
export type OpenPartner = () => Partner | undefined;
