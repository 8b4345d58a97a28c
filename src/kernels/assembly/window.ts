import { addFloats, copyFloats, zeroFloats } from './floats';

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

/** The image that an output pixel (counted through all images) looks at. */
export function imageAt(images: usize, sliding: Sliding, pixel: i32): usize {
  const image = pixel / (sliding.outHeight * sliding.outWidth);
  return images + ((image * sliding.height * sliding.width * sliding.channels) << 2);
}

/** The image row where the window of an output pixel begins, negative in the padding. */
export function topOf(sliding: Sliding, pixel: i32): i32 {
  return ((pixel / sliding.outWidth) % sliding.outHeight) * sliding.strideHeight - sliding.padTop;
}

/** The image column where the window of an output pixel begins, negative in the padding. */
export function leftOf(sliding: Sliding, pixel: i32): i32 {
  return (pixel % sliding.outWidth) * sliding.strideWidth - sliding.padLeft;
}

/** Copies what lies under the window at each output pixel from `first` on, a row each. */
export function copyWindows(
  to: usize,
  images: usize,
  sliding: Sliding,
  first: i32,
  count: i32,
): void {
  const channels = sliding.channels;
  const span = sliding.windowWidth * channels;
  for (let pixel = first; pixel < first + count; pixel++) {
    const top = topOf(sliding, pixel);
    const left = leftOf(sliding, pixel);
    const image = imageAt(images, sliding, pixel);
    const from = min(max(0, -left), sliding.windowWidth) * channels;
    const until = max(from, min(sliding.windowWidth, sliding.width - left) * channels);
    for (let y = top; y < top + sliding.windowHeight; y++) {
      if (y < 0 || y >= sliding.height) zeroFloats(to, span);
      else {
        const line = image + (((y * sliding.width + left) * channels) << 2);
        zeroFloats(to, from);
        copyFloats(to + (from << 2), line + (from << 2), until - from);
        zeroFloats(to + (until << 2), span - until);
      }
      to += span << 2;
    }
  }
}

/** The reverse: adds each row to what lies under its window. */
export function addWindows(
  images: usize,
  rows: usize,
  sliding: Sliding,
  first: i32,
  count: i32,
): void {
  const channels = sliding.channels;
  const span = sliding.windowWidth * channels;
  for (let pixel = first; pixel < first + count; pixel++) {
    const top = topOf(sliding, pixel);
    const left = leftOf(sliding, pixel);
    const image = imageAt(images, sliding, pixel);
    const from = min(max(0, -left), sliding.windowWidth) * channels;
    const until = max(from, min(sliding.windowWidth, sliding.width - left) * channels);
    for (let y = top; y < top + sliding.windowHeight; y++) {
      if (y >= 0 && y < sliding.height) {
        const line = image + (((y * sliding.width + left) * channels) << 2);
        addFloats(line + (from << 2), rows + (from << 2), until - from);
      }
      rows += span << 2;
    }
  }
}
