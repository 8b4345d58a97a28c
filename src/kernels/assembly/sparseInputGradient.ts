import { zeroFloats } from './floats';
import { addEntry, addListed, isSpan, listFloats } from './sparse';
import { imageFloats, outPixels, Sliding, windowFloats } from './window';

/** Whether windows move by single pixels, and the channels are a span that listed numbers can be added to. */
export function takesSparse(sliding: Sliding): bool {
  return sliding.strideHeight == 1 && sliding.strideWidth == 1 && isSpan(sliding.channels);
}

/** Floats of scratch that `sparseInputGradient` is content with. */
export function sparseInputFloats(sliding: Sliding, filters: i32): i32 {
  const count = outPixels(sliding);
  return windowFloats(sliding) * filters + count + 1 + listFloats(count * filters);
}

/** The filter with each of its lines in reverse, and channels innermost: [height, width, filters, channels]. */
function turnLines(to: usize, filter: usize, sliding: Sliding, filters: i32): void {
  const channels = sliding.channels;
  for (let y = 0; y < sliding.windowHeight; y++) {
    for (let x = sliding.windowWidth - 1; x >= 0; x--) {
      const tap = filter + (((y * sliding.windowWidth + x) * channels * filters) << 2);
      for (let f = 0; f < filters; f++) {
        for (let channel = 0; channel < channels; channel++, to += 4) {
          f32.store(to, f32.load(tap + ((channel * filters + f) << 2)));
        }
      }
    }
  }
}

/**
 * Lists what of an image's `dy` is not 0, beside where its filter begins in a line of taps that lies on
 * the first pixel, and notes where the entries of each pixel begin.
 */
function listPixels(list: usize, starts: usize, dy: usize, sliding: Sliding, filters: i32): void {
  const apart: usize = sliding.channels << 2;
  for (let y = 0; y < sliding.outHeight; y++) {
    let offset: usize = 0;
    for (let x = 0; x < sliding.outWidth; x++, starts += 4) {
      i32.store(starts, list);
      for (let f = 0; f < filters; f++, dy += 4, offset += apart) {
        list = addEntry(list, f32.load(dy), offset);
      }
    }
  }
  i32.store(starts, list);
}

/** Adds what the listed numbers give to the gradient of one image. */
function addImage(to: usize, starts: usize, turned: usize, sliding: Sliding, filters: i32): void {
  const tap: usize = (filters * sliding.channels) << 2;
  const line = sliding.windowWidth * tap;
  for (let y = 0; y < sliding.height; y++) {
    const last = y + sliding.padTop;
    for (let x = 0; x < sliding.width; x++, to += sliding.channels << 2) {
      const right = x + sliding.padLeft;
      const from = max(0, right - sliding.windowWidth + 1);
      const until = max(from, min(sliding.outWidth, right + 1));
      const taps = turned + (sliding.windowWidth - 1 - right) * tap;
      for (let windowY = 0; windowY < sliding.windowHeight; windowY++) {
        const outY = last - windowY;
        if (outY < 0 || outY >= sliding.outHeight) continue;
        const start = starts + ((outY * sliding.outWidth) << 2);
        const list = i32.load(start + (from << 2));
        const end = i32.load(start + (until << 2));
        addListed(to, list, end, taps + windowY * line, sliding.channels);
      }
    }
  }
}

/** The same as `convolutionInputGradient`, in a time that goes by how many numbers of `dy` are not 0. */
export function sparseInputGradient(
  to: usize,
  dy: usize,
  filter: usize,
  sliding: Sliding,
  pixels: i32,
  filters: i32,
  scratch: usize,
): void {
  const count = outPixels(sliding);
  const turned = scratch;
  const starts = turned + ((windowFloats(sliding) * filters) << 2);
  const list = starts + ((count + 1) << 2);
  turnLines(turned, filter, sliding, filters);
  for (let pixel = 0; pixel < pixels; pixel += count) {
    listPixels(list, starts, dy, sliding, filters);
    zeroFloats(to, imageFloats(sliding));
    addImage(to, starts, turned, sliding, filters);
    dy += (count * filters) << 2;
    to += imageFloats(sliding) << 2;
  }
}
