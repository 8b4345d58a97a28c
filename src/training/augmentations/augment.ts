import type { Random } from '#metric/random.ts';
import type { Augmentation } from './entry.ts';

/** Changes images of so many pixels in place, one after another. */
export function augment(
  inputs: Float32Array,
  pixels: number,
  { draw, apply }: Augmentation,
  random: Random,
): void {
  for (let start = 0; start < inputs.length; start += pixels) apply(inputs, start, draw(random));
}
