import { copyFloats } from './floats';

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
