import { chance, scramble } from './chance.ts';
import { flatten, type Point } from './curve.ts';
import type { Drawing } from './drawFace.ts';

/** Scan lines in a pixel: along them coverage is exact. */
const SCANS = 4;

/** Adds how much of each pixel of one scan line lies between two places. */
function coverSpan(cover: Float32Array, row: number, size: number, from: number, to: number) {
  const start = Math.max(0, from);
  const end = Math.min(size, to);
  for (let x = Math.floor(start); x < end; x++) {
    cover[row * size + x]! += (Math.min(x + 1, end) - Math.max(x, start)) / SCANS;
  }
}

/** The share of each pixel inside a polygon in pixels, by the non-zero rule, as SVG fills. */
function coverArea(cover: Float32Array, size: number, polygon: readonly Point[]) {
  const crossings = Array.from({ length: size * SCANS }, (): { x: number; turn: number }[] => []);
  polygon.forEach(([x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
    const [top, bottom] = y < nextY ? [y, nextY] : [nextY, y];
    const slope = (nextX - x) / (nextY - y);
    const turn = y < nextY ? 1 : -1;
    const first = Math.max(0, Math.ceil(top * SCANS - 0.5));
    const last = Math.min(size * SCANS, Math.ceil(bottom * SCANS - 0.5));
    for (let scan = first; scan < last; scan++)
      crossings[scan]!.push({ x: x + ((scan + 0.5) / SCANS - y) * slope, turn });
  });
  crossings.forEach((along, scan) => {
    along.sort((a, b) => a.x - b.x);
    let winding = 0;
    for (let i = 0; i + 1 < along.length; i++) {
      winding += along[i]!.turn;
      if (winding === 0) continue;
      coverSpan(cover, Math.floor(scan / SCANS), size, along[i]!.x, along[i + 1]!.x);
    }
  });
}

/** The distance of a place from a straight line between two points. */
function distanceFrom(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

/** Coverage by a round pen of some width in pixels along a chain of lines, from the distance. */
function coverStroke(cover: Float32Array, size: number, chain: readonly Point[], width: number) {
  const reach = width / 2 + 0.5;
  for (let i = 0; i + 1 < chain.length; i++) {
    const [a, b] = [chain[i]!, chain[i + 1]!];
    const from = (axis: 0 | 1) => Math.max(0, Math.floor(Math.min(a[axis], b[axis]) - reach));
    const to = (axis: 0 | 1) => Math.min(size, Math.ceil(Math.max(a[axis], b[axis]) + reach));
    for (let y = from(1); y < to(1); y++)
      for (let x = from(0); x < to(0); x++) {
        const share = reach - distanceFrom(x + 0.5, y + 0.5, a, b);
        const covered = Math.min(1, width, Math.max(0, share));
        cover[y * size + x] = Math.max(cover[y * size + x]!, covered);
      }
  }
}

function paint(values: Float32Array, cover: Float32Array, tone: number) {
  for (let i = 0; i < values.length; i++) {
    const share = Math.min(1, cover[i]!);
    if (share > 0) values[i]! += share * (tone - values[i]!);
  }
  cover.fill(0);
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
  const cover = new Float32Array(size * size);
  const toPixels = ([x, y]: Point): Point => [((x + 1) * size) / 2, ((y + 1) * size) / 2];
  for (const { curve, fill, stroke } of shapes) {
    const points = flatten(curve).map(toPixels);
    if (fill !== undefined) {
      coverArea(cover, size, points);
      paint(values, cover, fill);
    }
    if (stroke) {
      coverStroke(cover, size, points, (stroke.width * size) / 2);
      paint(values, cover, stroke.tone);
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
