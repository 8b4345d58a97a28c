import { chance, scramble } from './chance.ts';
import { flatten, type Point } from './curve.ts';
import type { Drawing } from './drawing/sketch.ts';
import { Cover } from './raster/cover.ts';

const covers = new Map<number, Cover>();

function coverOf(size: number): Cover {
  const known = covers.get(size) ?? new Cover(size);
  covers.set(size, known);
  return known;
}

/**
 * A drawing as size × size bytes, row by row, 0 (ink) to 255 (paper): the geometry that `faceSvg`
 * writes, in greys, with noise of the given deviation whose every pixel belongs to its seed.
 */
export function rasterFace(
  { background, shapes, light }: Drawing,
  { size, noise, seed }: { readonly size: number; readonly noise: number; readonly seed: number },
): Uint8Array {
  if (!(Number.isInteger(size) && size >= 8 && size <= 256))
    throw new RangeError(`a raster is from 8 to 256 pixels wide, not ${size}`);
  const values = new Float32Array(size * size).fill(background);
  const cover = coverOf(size);
  const toPixels = ([x, y]: Point): Point => [((x + 1) * size) / 2, ((y + 1) * size) / 2];
  for (const { curve, fill, stroke } of shapes) {
    const points = flatten(curve).map(toPixels);
    if (fill !== undefined) cover.fill(values, points, fill);
    if (stroke) {
      const width = (stroke.width * size) / 2;
      cover.stroke(values, points, { width, tone: stroke.tone });
    }
  }
  const [towardsX, towardsY] = [Math.cos(light.angle), Math.sin(light.angle)];
  const grains = Math.floor(2 ** 32 * chance(seed, 'noise'));
  return Uint8Array.from(values, (value, i) => {
    const x = (2 * ((i % size) + 0.5)) / size - 1;
    const y = (2 * (Math.floor(i / size) + 0.5)) / size - 1;
    const lit = Math.min(1, Math.max(-1, x * towardsX + y * towardsY));
    const shaded = value + light.strength * Math.abs(lit) * ((lit > 0 ? 1 : 0) - value);
    // The sum of two uniform numbers has a deviation of 1/√6.
    const grain = scramble(grains + 2 * i) + scramble(grains + 2 * i + 1) - 1;
    return Math.round(255 * Math.min(1, Math.max(0, shaded + noise * Math.sqrt(6) * grain)));
  });
}
