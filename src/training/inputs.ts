import { type Tensor3D, tensor3d } from '@tensorflow/tfjs-core';
import type { Samples } from './dataset.ts';

const BYTE = 255;

/** The chosen samples as the network sees them, one after another: bytes become 0 to 1. */
export function gather(
  { images, labels }: Samples,
  rows: Int32Array = Int32Array.from(labels.keys()),
): Float32Array {
  const size = images.length / labels.length;
  const scale = images instanceof Uint8Array ? BYTE : 1;
  const inputs = new Float32Array(rows.length * size);
  rows.forEach((sample, row) => {
    for (let i = 0; i < size; i++) inputs[row * size + i] = images[sample * size + i]! / scale;
  });
  return inputs;
}

/** Inputs of the network as a tensor [1, rows, values of each]. */
export const inputTensor = (inputs: Float32Array, rows: number): Tensor3D =>
  tensor3d(inputs, [1, rows, inputs.length / rows]);
