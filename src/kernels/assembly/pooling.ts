import { zeroFloats } from './floats';
import { imageAt, leftOf, Sliding, topOf } from './window';

/** The greatest number under each window, channel by channel; of equals the first one counts. */
export function maxPool(to: usize, images: usize, sliding: Sliding, pixels: i32): void {
  const channels = sliding.channels;
  for (let pixel = 0; pixel < pixels; pixel++) {
    const image = imageAt(images, sliding, pixel);
    const top = topOf(sliding, pixel);
    const left = leftOf(sliding, pixel);
    const bottom = min(top + sliding.windowHeight, sliding.height);
    const right = min(left + sliding.windowWidth, sliding.width);
    let c = 0;
    for (; c + 4 <= channels; c += 4) {
      let greatest = f32x4.splat(-Infinity);
      for (let y = max(0, top); y < bottom; y++) {
        for (let x = max(0, left); x < right; x++) {
          const value = v128.load(image + (((y * sliding.width + x) * channels + c) << 2));
          greatest = v128.bitselect(value, greatest, f32x4.gt(value, greatest));
        }
      }
      v128.store(to + (c << 2), greatest);
    }
    for (; c < channels; c++) {
      let greatest: f32 = -Infinity;
      for (let y = max(0, top); y < bottom; y++) {
        for (let x = max(0, left); x < right; x++) {
          const value = f32.load(image + (((y * sliding.width + x) * channels + c) << 2));
          if (value > greatest) greatest = value;
        }
      }
      f32.store(to + (c << 2), greatest);
    }
    to += channels << 2;
  }
}

/** Hands each `dy` to the number that was the greatest under its window, of equals to the first. */
export function maxPoolGradient(
  to: usize,
  dy: usize,
  images: usize,
  sliding: Sliding,
  pixels: i32,
  imageFloats: i32,
): void {
  const channels = sliding.channels;
  zeroFloats(to, imageFloats);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const image = imageAt(images, sliding, pixel);
    const gradient = imageAt(to, sliding, pixel);
    const top = topOf(sliding, pixel);
    const left = leftOf(sliding, pixel);
    const bottom = min(top + sliding.windowHeight, sliding.height);
    const right = min(left + sliding.windowWidth, sliding.width);
    let c = 0;
    for (; c + 4 <= channels; c += 4) {
      let greatest = f32x4.splat(-Infinity);
      let where = i32x4.splat(-1);
      for (let y = max(0, top); y < bottom; y++) {
        for (let x = max(0, left); x < right; x++) {
          const at = y * sliding.width + x;
          const value = v128.load(image + ((at * channels + c) << 2));
          const greater = f32x4.gt(value, greatest);
          greatest = v128.bitselect(value, greatest, greater);
          where = v128.bitselect(i32x4.splat(at), where, greater);
        }
      }
      const incoming = v128.load(dy + (c << 2));
      for (let y = max(0, top); y < bottom; y++) {
        for (let x = max(0, left); x < right; x++) {
          const at = y * sliding.width + x;
          const address = gradient + ((at * channels + c) << 2);
          const chosen = v128.and(incoming, i32x4.eq(where, i32x4.splat(at)));
          v128.store(address, f32x4.add(v128.load(address), chosen));
        }
      }
    }
    for (; c < channels; c++) {
      let greatest: f32 = -Infinity;
      let where: i32 = -1;
      for (let y = max(0, top); y < bottom; y++) {
        for (let x = max(0, left); x < right; x++) {
          const at = y * sliding.width + x;
          const value = f32.load(image + ((at * channels + c) << 2));
          if (value > greatest) {
            greatest = value;
            where = at;
          }
        }
      }
      if (where >= 0) {
        const address = gradient + ((where * channels + c) << 2);
        f32.store(address, f32.load(address) + f32.load(dy + (c << 2)));
      }
    }
    dy += channels << 2;
  }
}
