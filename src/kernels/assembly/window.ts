/** How a window slides over images [height, width, channels], in numbers of pixels. */
@unmanaged
export class Sliding {
  height: i32;
  width: i32;
  channels: i32;
  windowHeight: i32;
  windowWidth: i32;
  strideHeight: i32;
  strideWidth: i32;
  padTop: i32;
  padLeft: i32;
  outHeight: i32;
  outWidth: i32;
}

/** Floats under one window, padding included. */
export function windowFloats(sliding: Sliding): i32 {
  return sliding.windowHeight * sliding.windowWidth * sliding.channels;
}

/** Floats of one image. */
export function imageFloats(sliding: Sliding): i32 {
  return sliding.height * sliding.width * sliding.channels;
}

/** Output pixels of one image. */
export function outPixels(sliding: Sliding): i32 {
  return sliding.outHeight * sliding.outWidth;
}

/** The image that an output pixel (counted through all images) looks at. */
export function imageAt(images: usize, sliding: Sliding, pixel: i32): usize {
  const image = pixel / outPixels(sliding);
  return images + ((image * imageFloats(sliding)) << 2);
}

/** The image row where the window of an output pixel begins, negative in the padding. */
export function topOf(sliding: Sliding, pixel: i32): i32 {
  return ((pixel / sliding.outWidth) % sliding.outHeight) * sliding.strideHeight - sliding.padTop;
}

/** The image column where the window of an output pixel begins, negative in the padding. */
export function leftOf(sliding: Sliding, pixel: i32): i32 {
  return (pixel % sliding.outWidth) * sliding.strideWidth - sliding.padLeft;
}

/** Lines of an image with the padding that its windows reach into. */
function paddedHeight(sliding: Sliding): i32 {
  const reach = (sliding.outHeight - 1) * sliding.strideHeight + sliding.windowHeight;
  return max(sliding.padTop + sliding.height, reach);
}

function paddedWidth(sliding: Sliding): i32 {
  const reach = (sliding.outWidth - 1) * sliding.strideWidth + sliding.windowWidth;
  return max(sliding.padLeft + sliding.width, reach);
}

/** Bytes from one line of a padded image to the next. */
export function paddedPitch(sliding: Sliding): usize {
  return (paddedWidth(sliding) * sliding.channels) << 2;
}

export function paddedFloats(sliding: Sliding): i32 {
  return paddedHeight(sliding) * paddedWidth(sliding) * sliding.channels;
}

/** Output pixels whose windows, a few lines of an image, stay in the first-level cache. */
const PIXELS_AT_ONCE: i32 = 128;

/** Lines of output pixels that a filter's gradient sums over at once. */
export function linesAtOnce(sliding: Sliding): i32 {
  const fitting = PIXELS_AT_ONCE / max(1, sliding.outWidth);
  return max(1, min(fitting, sliding.outHeight));
}
