import { dispose, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import type { Layer } from './layer.ts';

/** A batch on its way through a network: forward is done, and what backward needs is kept. */
export interface Pass {
  /** The embeddings [1, B, dims]. */
  readonly points: Tensor;
  /**
   * From the gradient at the embeddings, row-major, to those of the parameters, in their order. The
   * caller disposes of them.
   */
  backward(gradient: Float32Array): Tensor[];
  dispose(): void;
}

/**
 * Forward through the layers, one after another. It can be left as it is until embeddings have come
 * from a graphics processor, for which a tape of TensorFlow.js cannot wait. `images` is the pass's own
 * from now on.
 */
export function beginPass(layers: readonly Layer[], images: Tensor): Pass {
  const values = [images];
  for (const layer of layers) values.push(tidy(() => layer.apply(values.at(-1)!)));
  const first = layers.findIndex(({ parameters }) => parameters.length > 0);
  const points = values.at(-1)!;
  return {
    points,
    backward: (gradient) =>
      tidy(() => {
        let dy: Tensor = tensor(gradient, points.shape);
        const found: Tensor[] = [];
        for (let at = layers.length - 1; at >= first; at--) {
          const [x, y] = [values[at]!, values[at + 1]!];
          const gradients = layers[at]!.backward({ x, y, dy, wantsX: at > first });
          found.unshift(...gradients.parameters);
          dy = gradients.x ?? dy;
        }
        return found;
      }),
    dispose: () => dispose(values),
  };
}
