import type { Embeddings } from '#metric/embeddings.ts';
import { cloudRadius } from '#metric/evaluation/cloudRadius.ts';

export type MotionName = 'layer' | 'free';

/** How the points of the plane answer a gradient: their velocity under gradient descent. */
type Motion = (embeddings: Embeddings, gradient: Float64Array) => Float64Array;

/**
 * Each point goes its own way. A mean over triplets spreads its gradient over all points, so that
 * the speed is scaled with their number: a batch of any size moves at the same pace.
 */
const free: Motion = ({ rows }, gradient) => gradient.map((value) => (-value * rows) / 4);

/**
 * The points are the output z = W h of a linear layer, and the layer's weights W descend: then
 * dz = -H Hᵀ ∂L/∂z. Its inputs h are the present points, centred and brought to radius 1, as those
 * of a layer that came before: the layer now is a multiple of the identity.
 */
const layer: Motion = (embeddings, gradient) => {
  const { values, rows, dims } = embeddings;
  const radius = cloudRadius(embeddings);
  const velocity = new Float64Array(values.length);
  if (radius === 0) return velocity;
  const inputs = new Float64Array(values.length);
  for (let d = 0; d < dims; d++) {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += values[row * dims + d]! / rows;
    for (let row = 0; row < rows; row++)
      inputs[row * dims + d] = (values[row * dims + d]! - mean) / radius;
  }
  for (let input = 0; input < dims; input++)
    for (let output = 0; output < dims; output++) {
      let weightGradient = 0;
      for (let row = 0; row < rows; row++)
        weightGradient += inputs[row * dims + input]! * gradient[row * dims + output]!;
      for (let row = 0; row < rows; row++)
        velocity[row * dims + output]! -= inputs[row * dims + input]! * weightGradient;
    }
  return velocity;
};

export const motions: ReadonlyMap<MotionName, Motion> = new Map<MotionName, Motion>([
  ['layer', layer],
  ['free', free],
]);
