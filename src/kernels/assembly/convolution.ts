import { activateRows } from './activation';
import { layPadded } from './border';
import { zeroFloats } from './floats';
import { EDGE_FLOATS, pack, packedFloats, TILE_COLUMNS } from './panels';
import { addPlace, fillPlaces, multiplyWindows, placeFloats } from './windowProduct';
import { filterGradientFloats } from './filterGradient';
import { inputGradientFloats } from './inputGradient';
import { imageFloats, outPixels, paddedFloats, paddedPitch, Sliding, windowFloats } from './window';

/**
 * A convolution is a product: what lies under the window at each output pixel, one row each, times the
 * filter [window, filters]. The rows are never laid out: they are read from the image.
 */

/** Floats of scratch that `convolution` is content with. */
function forwardFloats(sliding: Sliding, filters: i32): i32 {
  return (
    EDGE_FLOATS +
    paddedFloats(sliding) +
    packedFloats(filters, windowFloats(sliding), TILE_COLUMNS) +
    placeFloats(outPixels(sliding))
  );
}

/** Lists where the window of each output pixel begins, and where the pixel is. */
function listPlaces(list: usize, sliding: Sliding, filters: i32): void {
  const across: usize = (sliding.strideWidth * sliding.channels) << 2;
  const down = sliding.strideHeight * paddedPitch(sliding);
  let to: usize = 0;
  for (let y = 0; y < sliding.outHeight; y++) {
    for (let x = 0; x < sliding.outWidth; x++) {
      list = addPlace(list, y * down + x * across, to);
      to += filters << 2;
    }
  }
  fillPlaces(list);
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
  const pitch = paddedPitch(sliding);
  const image = scratch + (EDGE_FLOATS << 2);
  const columns = image + (paddedFloats(sliding) << 2);
  const places = columns + (packedFloats(filters, window, TILE_COLUMNS) << 2);
  pack(columns, TILE_COLUMNS, filter, filters, 4, window, filters << 2);
  zeroFloats(image, paddedFloats(sliding));
  listPlaces(places, sliding, filters);
  const line = sliding.windowWidth * sliding.channels;
  const count = outPixels(sliding);
  for (let pixel = 0; pixel < pixels; pixel += count) {
    layPadded(image, images, sliding);
    multiplyWindows(
      to,
      image,
      places,
      count,
      columns,
      filters,
      sliding.windowHeight,
      line,
      pitch,
      scratch,
    );
    activateRows(to, to, count, filters, bias, slope);
    images += imageFloats(sliding) << 2;
    to += (count * filters) << 2;
  }
}

/** Bytes of scratch that a convolution and each of its gradients is content with. */
export function convolutionScratch(sliding: Sliding, filters: i32): i32 {
  const gradients = max(
    filterGradientFloats(sliding, filters),
    inputGradientFloats(sliding, filters),
  );
  return max(forwardFloats(sliding, filters), gradients) << 2;
}
