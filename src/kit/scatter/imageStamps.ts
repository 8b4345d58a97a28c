import type { Stamp } from './pixels.ts';

/** Images of the samples, one after another, from 0 (paper) to 255 (ink). */
export interface Images {
  readonly pixels: Uint8Array;
  readonly height: number;
  readonly width: number;
}

/** Without what is blank all around, as much on each side, so that the middle stays. */
function cropped({ side, cover }: Stamp): Stamp {
  let rim = side >> 1;
  for (let cell = 0; cell < cover.length; cell++) {
    if (cover[cell] === 0) continue;
    const [x, y] = [cell % side, Math.floor(cell / side)];
    rim = Math.min(rim, x, y, side - 1 - x, side - 1 - y);
  }
  if (rim === 0) return { side, cover };
  const inner = side - 2 * rim;
  const kept = Uint8Array.from({ length: inner * inner }, (_, cell) => {
    const [x, y] = [cell % inner, Math.floor(cell / inner)];
    return cover[(y + rim) * side + x + rim]!;
  });
  return { side: inner, cover: kept };
}

/**
 * Each image as a stamp of `side` pixels, less its blank rim, shrunk or grown to fit and centred. Every pixel of the
 * stamp is the mean of what it covers of the image, in quarters.
 */
export function imageStamps({ pixels, height, width }: Images, side: number): readonly Stamp[] {
  const size = height * width;
  const scale = Math.max(height, width) / side;
  const [left, top] = [(side * scale - width) / 2, (side * scale - height) / 2];
  const taps = [0.25, 0.75];
  /** Where in an image each pixel of a stamp reads; -1 outside. */
  const reads = Int32Array.from({ length: 4 * side * side }, (_, index) => {
    const [cell, tap] = [index >> 2, index & 3];
    const x = Math.floor(((cell % side) + taps[tap & 1]!) * scale - left);
    const y = Math.floor((Math.floor(cell / side) + taps[tap >> 1]!) * scale - top);
    return x >= 0 && y >= 0 && x < width && y < height ? y * width + x : -1;
  });
  return Array.from({ length: pixels.length / size }, (_, sample) => {
    const cover = new Uint8Array(side * side);
    for (let cell = 0; cell < cover.length; cell++) {
      let sum = 0;
      for (let tap = 0; tap < 4; tap++) {
        const at = reads[4 * cell + tap]!;
        if (at >= 0) sum += pixels[sample * size + at]!;
      }
      cover[cell] = sum / 4;
    }
    return cropped({ side, cover });
  });
}
