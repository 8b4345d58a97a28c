import {
  customGrad,
  dispose,
  getBackend,
  type Scalar,
  scalar,
  type Tensor,
  tensor,
  tidy,
  type Variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import type { BatchLoss } from '#metric/batchLoss.ts';
import { isGraphics } from './compute/backends.ts';
import { inputTensor } from './inputs.ts';
import type { Network } from './network/network.ts';

interface Batch<Found extends BatchLoss> {
  readonly inputs: Float32Array;
  readonly rows: number;
  /** The loss of embeddings, row-major, and its gradient there: mining is off the tape. */
  lossAt(embeddings: Float32Array): Found;
}

export interface LossGradients<Found extends BatchLoss> {
  /** As `lossAt` found it. */
  readonly batchLoss: Found;
  /** For each parameter of the network, in their order. The caller disposes of them. */
  readonly gradients: readonly Tensor[];
}

/** One forward and one backward pass; in between `lossOf` says what the loss is. */
function onTape<Found extends BatchLoss>(
  network: Network,
  { inputs, rows }: Batch<Found>,
  lossOf: (points: Tensor) => Found,
): LossGradients<Found> {
  let batchLoss: Found | undefined;
  /** Here the loss and its gradient enter the tape. */
  const enter = customGrad((embedding: Tensor | object, save?: unknown) => {
    const points = embedding as Tensor;
    batchLoss = lossOf(points);
    (save as (tensors: Tensor[]) => void)([
      tensor(Float32Array.from(batchLoss.gradient), points.shape),
    ]);
    return {
      value: scalar(batchLoss.loss),
      gradFunc: (_: Tensor, saved: Tensor[]) => saved[0]!,
    };
  });
  const variables = network.parameters.map(({ variable }) => variable);
  const { value, grads } = tidy(() => {
    const images = inputTensor(inputs, rows);
    return variableGrads(() => enter(network.forward(images)) as Scalar, variables as Variable[]);
  });
  dispose(value);
  return { batchLoss: batchLoss!, gradients: variables.map(({ name }) => grads[name]!) };
}

/**
 * The loss of a batch and the gradients of a network's parameters. Where the processor's memory is at
 * hand, the embeddings are read in the middle of the tape. A graphics processor answers later, and a
 * tape cannot wait: there the batch is embedded once to have its loss, and a second time on the tape,
 * which is given the loss and its gradient. The numbers are the same, the time is a third longer.
 */
export async function lossGradients<Found extends BatchLoss>(
  network: Network,
  batch: Batch<Found>,
): Promise<LossGradients<Found>> {
  if (!isGraphics(getBackend()))
    return onTape(network, batch, (points) => batch.lossAt(points.dataSync() as Float32Array));
  const points = tidy(() => network.forward(inputTensor(batch.inputs, batch.rows)));
  let embeddings: Float32Array;
  try {
    embeddings = (await points.data()) as Float32Array;
  } finally {
    dispose(points);
  }
  const known = batch.lossAt(embeddings);
  return onTape(network, batch, () => known);
}
