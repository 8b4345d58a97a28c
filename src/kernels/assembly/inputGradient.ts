import { layWithinBorder } from './border';
import { zeroFloats } from './floats';
import { EDGE_FLOATS, pack, packedFloats, TILE_COLUMNS } from './panels';
import { isSparse } from './sparse';
import { sparseInputFloats, sparseInputGradient, takesSparse } from './sparseInputGradient';
import { addPlace, fillPlaces, multiplyWindows, placeFloats } from './windowProduct';
import { imageFloats, outPixels, Sliding } from './window';

/**
 * The gradient at a pixel of the image comes from the output pixels whose windows lie on it. Pixels
 * whose places are alike modulo the strides look at them through the same part of the filter, turned
 * round: for each such class it is a convolution of `dy` of stride 1.
 */

/** How many places of a window of that length have a remainder by the stride. */
function tapsOf(length: i32, stride: i32, remainder: i32): i32 {
  return max(0, (length - remainder + stride - 1) / stride);
}

/** As many zeros stand before `dy` as a window of the most taps reaches back. */
function before(length: i32, stride: i32): i32 {
  return tapsOf(length, stride, 0) - 1;
}

/** Length of one side of `dy` with zeros on both sides. */
function lengthOf(window: i32, stride: i32, pad: i32, length: i32, outLength: i32): i32 {
  return before(window, stride) + max(outLength, (length - 1 + pad) / stride + 1);
}

function heightOf(sliding: Sliding): i32 {
  return lengthOf(
    sliding.windowHeight,
    sliding.strideHeight,
    sliding.padTop,
    sliding.height,
    sliding.outHeight,
  );
}

function widthOf(sliding: Sliding): i32 {
  return lengthOf(
    sliding.windowWidth,
    sliding.strideWidth,
    sliding.padLeft,
    sliding.width,
    sliding.outWidth,
  );
}

/** Floats of the filter as the pixels with the most taps see it. */
function columnFloats(sliding: Sliding, filters: i32): i32 {
  const lines = tapsOf(sliding.windowHeight, sliding.strideHeight, 0);
  const taps = lines * tapsOf(sliding.windowWidth, sliding.strideWidth, 0);
  return packedFloats(sliding.channels, taps * filters, TILE_COLUMNS);
}

/** Floats of scratch that `convolutionInputGradient` is content with. */
export function inputGradientFloats(sliding: Sliding, filters: i32): i32 {
  const dense =
    EDGE_FLOATS +
    heightOf(sliding) * widthOf(sliding) * filters +
    columnFloats(sliding, filters) +
    placeFloats(sliding.height * sliding.width);
  return max(dense, sparseInputFloats(sliding, filters));
}

/** Packs the part of the filter with these remainders, its taps in reverse, channels as lanes. */
function packTurned(
  to: usize,
  filter: usize,
  sliding: Sliding,
  filters: i32,
  remainderY: i32,
  remainderX: i32,
): void {
  const lines = tapsOf(sliding.windowHeight, sliding.strideHeight, remainderY);
  const across = tapsOf(sliding.windowWidth, sliding.strideWidth, remainderX);
  const channels = sliding.channels;
  const panelFloats = lines * across * filters * TILE_COLUMNS;
  for (let line = lines - 1; line >= 0; line--) {
    const y = remainderY + line * sliding.strideHeight;
    for (let place = across - 1; place >= 0; place--) {
      const x = remainderX + place * sliding.strideWidth;
      const tap = filter + (((y * sliding.windowWidth + x) * channels * filters) << 2);
      let panel = to;
      for (let channel = 0; channel < channels; channel += TILE_COLUMNS) {
        const lanes = min(TILE_COLUMNS, channels - channel);
        const from = tap + ((channel * filters) << 2);
        pack(panel, TILE_COLUMNS, from, lanes, filters << 2, filters, 4);
        panel += panelFloats << 2;
      }
      to += (filters * TILE_COLUMNS) << 2;
    }
  }
}

/** Lists the pixels of a class, and where the first of their taps is; says how many there are. */
function listPlaces(
  list: usize,
  sliding: Sliding,
  filters: i32,
  remainderY: i32,
  remainderX: i32,
): i32 {
  const lines = tapsOf(sliding.windowHeight, sliding.strideHeight, remainderY);
  const across = tapsOf(sliding.windowWidth, sliding.strideWidth, remainderX);
  const skippedY = before(sliding.windowHeight, sliding.strideHeight) + 1 - lines;
  const skippedX = before(sliding.windowWidth, sliding.strideWidth) + 1 - across;
  const width = widthOf(sliding);
  let count = 0;
  for (let y = 0; y < sliding.height; y++) {
    if ((y + sliding.padTop) % sliding.strideHeight != remainderY) continue;
    const line = (y + sliding.padTop) / sliding.strideHeight + skippedY;
    for (let x = 0; x < sliding.width; x++) {
      if ((x + sliding.padLeft) % sliding.strideWidth != remainderX) continue;
      const place = (x + sliding.padLeft) / sliding.strideWidth + skippedX;
      const to = ((y * sliding.width + x) * sliding.channels) << 2;
      list = addPlace(list, ((line * width + place) * filters) << 2, to);
      count++;
    }
  }
  if (count > 0) fillPlaces(list);
  return count;
}

/** The gradient with respect to the images. */
export function convolutionInputGradient(
  to: usize,
  dy: usize,
  filter: usize,
  sliding: Sliding,
  pixels: i32,
  filters: i32,
  scratch: usize,
): void {
  if (takesSparse(sliding) && isSparse(dy, pixels * filters)) {
    sparseInputGradient(to, dy, filter, sliding, pixels, filters, scratch);
    return;
  }
  const outFloats = outPixels(sliding) * filters;
  const pitch: usize = (widthOf(sliding) * filters) << 2;
  const padded = scratch + (EDGE_FLOATS << 2);
  const columns = padded + heightOf(sliding) * pitch;
  const places = columns + (columnFloats(sliding, filters) << 2);
  const top = before(sliding.windowHeight, sliding.strideHeight);
  const left = before(sliding.windowWidth, sliding.strideWidth);
  const within = padded + top * pitch + ((left * filters) << 2);
  zeroFloats(padded, heightOf(sliding) * widthOf(sliding) * filters);
  for (let remainderY = 0; remainderY < sliding.strideHeight; remainderY++) {
    for (let remainderX = 0; remainderX < sliding.strideWidth; remainderX++) {
      const lines = tapsOf(sliding.windowHeight, sliding.strideHeight, remainderY);
      const across = tapsOf(sliding.windowWidth, sliding.strideWidth, remainderX);
      const count = listPlaces(places, sliding, filters, remainderY, remainderX);
      packTurned(columns, filter, sliding, filters, remainderY, remainderX);
      let from = dy;
      let image = to;
      for (let pixel = 0; pixel < pixels; pixel += outPixels(sliding)) {
        layWithinBorder(within, pitch, from, sliding.outHeight, sliding.outWidth * filters);
        multiplyWindows(
          image,
          padded,
          places,
          count,
          columns,
          sliding.channels,
          lines,
          across * filters,
          pitch,
          scratch,
        );
        from += outFloats << 2;
        image += imageFloats(sliding) << 2;
      }
    }
  }
}
