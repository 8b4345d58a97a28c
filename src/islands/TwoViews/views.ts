import { createRandom } from '#metric/random.ts';
import { augment } from '#training/augmentations/augment.ts';
import { createAugmentation } from '#training/augmentations/registry.ts';
import type { Strengths } from './runs.ts';

export const SIDE = 28;

/** Two views of each of some images (bytes, one after another): all first views, then all second. */
export function viewsOf(images: Uint8Array, strengths: Strengths, seed: number): Uint8Array {
  const inputs = new Float32Array(2 * images.length);
  for (let i = 0; i < images.length; i++) inputs[i] = inputs[i + images.length] = images[i]! / 255;
  const distortion = createAugmentation('distortion', { height: SIDE, width: SIDE }, strengths);
  augment(inputs, SIDE * SIDE, distortion, createRandom(seed));
  return Uint8Array.from(inputs, (value) => Math.round(255 * Math.min(1, Math.max(0, value))));
}
