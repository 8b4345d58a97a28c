import type { Tensor } from '@tensorflow/tfjs-core';
import type { BatchLoss } from '#metric/batchLoss.ts';
import { inputTensor } from './inputs.ts';
import type { Network } from './network/network.ts';

export interface Batch<Found extends BatchLoss> {
  readonly inputs: Float32Array;
  readonly rows: number;
  /** The loss of embeddings, row-major, and its gradient there. */
  lossAt(embeddings: Float32Array): Found;
}

export interface LossGradients<Found extends BatchLoss> {
  /** As `lossAt` found it. */
  readonly batchLoss: Found;
  /** For each parameter of the network, in their order. The caller disposes of them. */
  readonly gradients: readonly Tensor[];
}

/** The loss of a batch and the gradients of a network's parameters: forward, mining, backward. */
export async function lossGradients<Found extends BatchLoss>(
  network: Network,
  { inputs, rows, lossAt }: Batch<Found>,
): Promise<LossGradients<Found>> {
  const pass = network.begin(inputTensor(inputs, rows));
  try {
    const batchLoss = lossAt((await pass.points.data()) as Float32Array);
    return { batchLoss, gradients: pass.backward(Float32Array.from(batchLoss.gradient)) };
  } finally {
    pass.dispose();
  }
}
