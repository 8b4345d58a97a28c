import { layPadded } from './border';
import { zeroFloats } from './floats';
import { addEntry, addListed, isSpan, listFloats } from './sparse';
import {
  imageFloats,
  linesAtOnce,
  outPixels,
  paddedFloats,
  paddedPitch,
  Sliding,
  windowFloats,
} from './window';

/** Whether the lines of a window are spans that listed numbers can be added to. */
export function takesSparse(sliding: Sliding): bool {
  return isSpan(sliding.windowWidth * sliding.channels);
}

/** Floats of scratch that `sparseFilterGradient` is content with. */
export function sparseFilterFloats(sliding: Sliding, filters: i32): i32 {
  return (
    paddedFloats(sliding) +
    windowFloats(sliding) * filters +
    listFloats(linesAtOnce(sliding) * sliding.outWidth)
  );
}

/** Lists what of `dy`, of one filter in some lines, is not 0, beside where its window begins. */
function listLines(list: usize, dy: usize, sliding: Sliding, lines: i32, filters: i32): usize {
  const across: usize = (sliding.strideWidth * sliding.channels) << 2;
  const down = sliding.strideHeight * paddedPitch(sliding);
  for (let line = 0; line < lines; line++) {
    let window = line * down;
    for (let x = 0; x < sliding.outWidth; x++, window += across, dy += filters << 2) {
      list = addEntry(list, f32.load(dy), window);
    }
  }
  return list;
}

/** Writes the gradient, which has a row for each filter, as [window, filters]. */
function transpose(to: usize, from: usize, filters: i32, window: i32): void {
  for (let filter = 0; filter < filters; filter++) {
    for (let place = 0; place < window; place++, from += 4) {
      f32.store(to + ((place * filters + filter) << 2), f32.load(from));
    }
  }
}

/** The same as `convolutionFilterGradient`, in a time that goes by how many numbers of `dy` are not 0. */
export function sparseFilterGradient(
  to: usize,
  images: usize,
  dy: usize,
  sliding: Sliding,
  pixels: i32,
  filters: i32,
  scratch: usize,
): void {
  const pitch = paddedPitch(sliding);
  const window = windowFloats(sliding);
  const span = sliding.windowWidth * sliding.channels;
  const image = scratch;
  const rows = image + (paddedFloats(sliding) << 2);
  const list = rows + ((window * filters) << 2);
  const block = linesAtOnce(sliding);
  zeroFloats(image, paddedFloats(sliding));
  zeroFloats(rows, window * filters);
  for (let pixel = 0; pixel < pixels; pixel += outPixels(sliding)) {
    layPadded(image, images, sliding);
    images += imageFloats(sliding) << 2;
    for (let line = 0; line < sliding.outHeight; line += block) {
      const lines = min(block, sliding.outHeight - line);
      const from = image + line * sliding.strideHeight * pitch;
      let row = rows;
      for (let filter = 0; filter < filters; filter++) {
        const end = listLines(list, dy + (filter << 2), sliding, lines, filters);
        for (let y = 0; y < sliding.windowHeight; y++, row += span << 2) {
          addListed(row, list, end, from + y * pitch, span);
        }
      }
      dy += (lines * sliding.outWidth * filters) << 2;
    }
  }
  transpose(to, rows, filters, window);
}
