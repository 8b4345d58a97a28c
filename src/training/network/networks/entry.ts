import type { Choice } from '#metric/registry.ts';
import type { Activation } from '../activations.ts';

/** A layer as data: what comes in follows from the layer before it. */
export type LayerSpec =
  | { readonly kind: 'dense'; readonly units: number; readonly activation: Activation }
  | {
      readonly kind: 'conv';
      readonly filters: number;
      /** Height and width of each; the image is padded with zeros to keep its size. */
      readonly size: number;
      readonly stride: number;
      readonly activation: Activation;
    }
  /** The largest of every 2 × 2 pixels. */
  | { readonly kind: 'pool' }
  /** Images become rows of values. */
  | { readonly kind: 'flatten' };

/**
 * A network as data. What builds it, counts it, saves it and writes it in PyTorch's terms reads its
 * layers, so that a new network is one entry.
 */
export interface NetworkEntry extends Choice {
  /** From the images [B, height, width, 1] on; a dense layer to the embedding follows them. */
  readonly layers: readonly LayerSpec[];
  /** Images must be at least so high and wide; 1 for a network that takes vectors too. */
  readonly smallestSide: number;
  /** Offline mining embeds so many samples before an epoch; missing where it may embed all. */
  readonly offlinePool?: number;
  /** A step takes so long that two workers take half of a batch each, where there are two cores. */
  readonly sharesBatches?: true;
  /** The batch with which its speed is measured, where one of the lab's takes too long. */
  readonly trialBatch?: { readonly p: number; readonly k: number };
}
