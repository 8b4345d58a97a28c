import { type Tensor3D, tensor3d } from '@tensorflow/tfjs-core';
import type { LabelledImages } from '../data/digitFormat.ts';

/** The chosen images as a tensor [1, B, pixels], paper 0 and ink 1. */
export function imagesTensor(
  { images, labels }: LabelledImages,
  indices: Int32Array = Int32Array.from(labels.keys()),
): Tensor3D {
  const pixels = images.length / labels.length;
  const values = new Float32Array(indices.length * pixels);
  indices.forEach((image, row) => {
    for (let pixel = 0; pixel < pixels; pixel++) {
      values[row * pixels + pixel] = images[image * pixels + pixel]! / 255;
    }
  });
  return tensor3d(values, [1, indices.length, pixels]);
}
