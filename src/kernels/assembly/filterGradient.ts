import { layPadded } from './border';
import { zeroFloats } from './floats';
import { EDGE_FLOATS, pack, packedFloats, TILE_COLUMNS, TILE_ROWS } from './panels';
import { isSparse } from './sparse';
import { sparseFilterFloats, sparseFilterGradient, takesSparse } from './sparseFilterGradient';
import { addRow, multiplyTile } from './tile';
import {
  imageFloats,
  linesAtOnce,
  outPixels,
  paddedFloats,
  paddedPitch,
  Sliding,
  windowFloats,
} from './window';

/** Floats of scratch that `convolutionFilterGradient` is content with. */
export function filterGradientFloats(sliding: Sliding, filters: i32): i32 {
  const columns = packedFloats(filters, linesAtOnce(sliding) * sliding.outWidth, TILE_COLUMNS);
  const dense = EDGE_FLOATS + paddedFloats(sliding) + columns;
  return max(dense, sparseFilterFloats(sliding, filters));
}

/** Where the place of that number under a window is, in bytes from its first. */
function placeUnderWindow(sliding: Sliding, place: i32): usize {
  const line = sliding.windowWidth * sliding.channels;
  return (place / line) * paddedPitch(sliding) + ((place % line) << 2);
}

/** Adds what some lines of output pixels give, whose windows begin at `image`, to the filter's gradient. */
function addLines(
  to: usize,
  image: usize,
  sliding: Sliding,
  lines: i32,
  columns: usize,
  filters: i32,
  tile: usize,
): void {
  const window = windowFloats(sliding);
  const across: usize = (sliding.strideWidth * sliding.channels) << 2;
  const down = sliding.strideHeight * paddedPitch(sliding);
  const last = window - 1;
  for (let place = 0; place < window; place += TILE_ROWS) {
    const a = image + placeUnderWindow(sliding, place);
    const b = image + placeUnderWindow(sliding, min(last, place + 1));
    const c = image + placeUnderWindow(sliding, min(last, place + 2));
    const d = image + placeUnderWindow(sliding, min(last, place + 3));
    const high = min(TILE_ROWS, window - place);
    for (let column = 0; column < filters; column += TILE_COLUMNS) {
      const panel = columns + ((column * lines * sliding.outWidth) << 2);
      const wide = min(TILE_COLUMNS, filters - column);
      multiplyTile(tile, a, b, c, d, lines, sliding.outWidth, across, down, panel);
      for (let row = 0; row < high; row++) {
        const target = to + (((place + row) * filters + column) << 2);
        addRow(target, tile + ((row * TILE_COLUMNS) << 2), wide);
      }
    }
  }
}

/** The gradient with respect to the filter [window, filters]. */
export function convolutionFilterGradient(
  to: usize,
  images: usize,
  dy: usize,
  sliding: Sliding,
  pixels: i32,
  filters: i32,
  scratch: usize,
): void {
  if (takesSparse(sliding) && isSparse(dy, pixels * filters)) {
    sparseFilterGradient(to, images, dy, sliding, pixels, filters, scratch);
    return;
  }
  const pitch = paddedPitch(sliding);
  const image = scratch + (EDGE_FLOATS << 2);
  const columns = image + (paddedFloats(sliding) << 2);
  const block = linesAtOnce(sliding);
  zeroFloats(to, windowFloats(sliding) * filters);
  zeroFloats(image, paddedFloats(sliding));
  for (let pixel = 0; pixel < pixels; pixel += outPixels(sliding)) {
    layPadded(image, images, sliding);
    images += imageFloats(sliding) << 2;
    for (let line = 0; line < sliding.outHeight; line += block) {
      const lines = min(block, sliding.outHeight - line);
      const count = lines * sliding.outWidth;
      pack(columns, TILE_COLUMNS, dy, filters, 4, count, filters << 2);
      const top = image + line * sliding.strideHeight * pitch;
      addLines(to, top, sliding, lines, columns, filters, scratch);
      dy += (count * filters) << 2;
    }
  }
}
