import { copyFloats } from './floats';
import { paddedPitch, Sliding } from './window';

/**
 * Copies the lines of an image, `span` floats each, into a larger one whose lines are `pitch` bytes
 * apart: within a border of zeros every window lies inside, and is read where it is.
 */
export function layWithinBorder(
  to: usize,
  pitch: usize,
  image: usize,
  lines: i32,
  span: i32,
): void {
  for (let line = 0; line < lines; line++) {
    copyFloats(to, image, span);
    to += pitch;
    image += span << 2;
  }
}

/** The same for an image that windows slide over, with the padding that they reach into. */
export function layPadded(to: usize, image: usize, sliding: Sliding): void {
  const pitch = paddedPitch(sliding);
  const first = to + sliding.padTop * pitch + ((sliding.padLeft * sliding.channels) << 2);
  layWithinBorder(first, pitch, image, sliding.height, sliding.width * sliding.channels);
}
