import { SENSIBLE } from '#islands/TwoViews/runs.ts';
import { SIDE, viewsOf } from '#islands/TwoViews/views.ts';
import { pngOf } from '../png.ts';

/** What TwoViews draws at first of some images: first views above, second ones below, ink on paper. */
export function drawViews(images: Uint8Array): Buffer {
  const views = viewsOf(images, SENSIBLE, 1);
  const columns = images.length / (SIDE * SIDE);
  const width = columns * SIDE;
  const bytes = new Uint8Array(views.length);
  views.forEach((byte, at) => {
    const image = Math.floor(at / (SIDE * SIDE));
    const y = Math.floor(image / columns) * SIDE + (Math.floor(at / SIDE) % SIDE);
    bytes[y * width + (image % columns) * SIDE + (at % SIDE)] = 255 - byte;
  });
  return pngOf(bytes, width);
}
