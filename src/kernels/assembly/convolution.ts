import { activateRows } from './activation';
import { zeroFloats } from './floats';
import { rowsAtOnce } from './matMul';
import { EDGE_FLOATS, multiplyPanels, pack, packedFloats, TILE_COLUMNS, TILE_ROWS } from './panels';
import { addWindows, copyWindows, Sliding, windowFloats } from './window';

/**
 * A convolution is a product: what lies under the window at each output pixel, one row each, times
 * the filter [window, filters]. Those rows are never there all at once, only as many as are
 * multiplied next.
 */

/** Output pixels whose windows are laid out at once in the gradients. */
const PIXELS_AT_ONCE: i32 = 128;

/** Bytes of scratch that each of the three functions below is content with. */
export function convolutionScratch(sliding: Sliding, pixels: i32, filters: i32): i32 {
  const window = windowFloats(sliding);
  const forward =
    packedFloats(filters, window, TILE_COLUMNS) +
    TILE_ROWS * window +
    rowsAtOnce(pixels, window) * window;
  const laidOut = PIXELS_AT_ONCE * window;
  const filterGradient =
    laidOut +
    packedFloats(window, PIXELS_AT_ONCE, TILE_ROWS) +
    packedFloats(filters, PIXELS_AT_ONCE, TILE_COLUMNS);
  const inputGradient =
    laidOut + packedFloats(window, filters, TILE_COLUMNS) + PIXELS_AT_ONCE * filters;
  return (EDGE_FLOATS + max(forward, max(filterGradient, inputGradient))) << 2;
}

/** activation(convolution + bias) as [pixels, filters]; bias and slope as for `matMul`. */
export function convolution(
  to: usize,
  images: usize,
  filter: usize,
  sliding: Sliding,
  pixels: i32,
  filters: i32,
  bias: usize,
  slope: f32,
  scratch: usize,
): void {
  const window = windowFloats(sliding);
  const laidOut = scratch + (EDGE_FLOATS << 2);
  const columns = laidOut + ((TILE_ROWS * window) << 2);
  const rows = columns + (packedFloats(filters, window, TILE_COLUMNS) << 2);
  pack(columns, TILE_COLUMNS, filter, filters, 4, window, filters << 2);
  const block = rowsAtOnce(pixels, window);
  for (let start = 0; start < pixels; start += block) {
    const count = min(block, pixels - start);
    for (let row = 0; row < count; row += TILE_ROWS) {
      const high = min(TILE_ROWS, count - row);
      copyWindows(laidOut, images, sliding, start + row, high);
      pack(rows + ((row * window) << 2), TILE_ROWS, laidOut, high, window << 2, window, 4);
    }
    const product = to + ((start * filters) << 2);
    multiplyPanels(product, rows, columns, count, filters, window, false, scratch);
    activateRows(product, product, count, filters, bias, slope);
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
  const window = windowFloats(sliding);
  const laidOut = scratch + (EDGE_FLOATS << 2);
  const rows = laidOut + ((PIXELS_AT_ONCE * window) << 2);
  const columns = rows + (packedFloats(window, PIXELS_AT_ONCE, TILE_ROWS) << 2);
  for (let start = 0; start < pixels; start += PIXELS_AT_ONCE) {
    const count = min(PIXELS_AT_ONCE, pixels - start);
    copyWindows(laidOut, images, sliding, start, count);
    pack(rows, TILE_ROWS, laidOut, window, 4, count, window << 2);
    pack(columns, TILE_COLUMNS, dy + ((start * filters) << 2), filters, 4, count, filters << 2);
    multiplyPanels(to, rows, columns, window, filters, count, start > 0, scratch);
  }
}

/** The gradient with respect to the images, `imageFloats` numbers in all. */
export function convolutionInputGradient(
  to: usize,
  dy: usize,
  filter: usize,
  sliding: Sliding,
  pixels: i32,
  filters: i32,
  imageFloats: i32,
  scratch: usize,
): void {
  const window = windowFloats(sliding);
  const laidOut = scratch + (EDGE_FLOATS << 2);
  const rows = laidOut + ((PIXELS_AT_ONCE * window) << 2);
  const columns = rows + ((PIXELS_AT_ONCE * filters) << 2);
  zeroFloats(to, imageFloats);
  pack(columns, TILE_COLUMNS, filter, window, filters << 2, filters, 4);
  for (let start = 0; start < pixels; start += PIXELS_AT_ONCE) {
    const count = min(PIXELS_AT_ONCE, pixels - start);
    pack(rows, TILE_ROWS, dy + ((start * filters) << 2), count, filters << 2, filters, 4);
    multiplyPanels(laidOut, rows, columns, count, window, filters, false, scratch);
    addWindows(to, laidOut, sliding, start, count);
  }
}
