import { MNIST } from '#data/digits/digitSource.ts';

const PIXELS = MNIST.height * MNIST.width;

/** The image of one of many digits, which share their memory with it. */
export const pixelsOf = (images: Uint8Array, row: number): Uint8Array =>
  images.subarray(row * PIXELS, (row + 1) * PIXELS);
