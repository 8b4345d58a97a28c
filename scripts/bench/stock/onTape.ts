import { customGrad, type Scalar, scalar, type Tensor, tensor } from '@tensorflow/tfjs';
import type { BatchLoss } from '#metric/batchLoss.ts';

/** Our loss on the tape of TensorFlow.js: the embeddings are read, and its gradient goes back into the network. */
export const onTape = (lossAt: (values: Float32Array) => BatchLoss) =>
  customGrad((embedding: Tensor | object, save?: unknown) => {
    const points = embedding as Tensor;
    const { loss, gradient } = lossAt(points.dataSync() as Float32Array);
    (save as (tensors: Tensor[]) => void)([tensor(Float32Array.from(gradient), points.shape)]);
    return { value: scalar(loss), gradFunc: (_: Tensor, saved: Tensor[]) => saved[0]! };
  }) as (points: Tensor) => Scalar;
