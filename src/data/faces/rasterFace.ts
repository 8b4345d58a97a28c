import { chance, scramble } from './chance.ts';
import { flatten, type Point } from './curve.ts';
import type { Drawing } from './drawFace.ts';

/** Scan lines in a pixel: along them coverage is exact. */
const SCANS = 4;
/** How often an outline may cross one scan line. */
const MOST_CROSSINGS = 32;

/** Pixel rows from `top` up to, and without, `bottom`. */
interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** Where shapes of one size are covered, one after another: allocated once, since faces come in thousands. */
function createCover(size: number) {
  const cover = new Float32Array(size * size);
  const places = new Float64Array(size * SCANS * MOST_CROSSINGS);
  const turns = new Int8Array(size * SCANS * MOST_CROSSINGS);
  const counts = new Uint8Array(size * SCANS);

  const rowsOf = (points: readonly Point[], reach: number): Rows => {
    let [least, most] = [Infinity, -Infinity];
    for (const [, y] of points) {
      least = Math.min(least, y);
      most = Math.max(most, y);
    }
    return {
      top: Math.max(0, Math.floor(least - reach)),
      bottom: Math.min(size, Math.ceil(most + reach)),
    };
  };

  /** Keeps the crossings of each scan line in the order of their places. */
  function insert(scan: number, place: number, turn: number): void {
    const count = counts[scan]!;
    if (count === MOST_CROSSINGS) throw new RangeError('an outline crosses a scan line too often');
    let at = scan * MOST_CROSSINGS + count;
    for (; at > scan * MOST_CROSSINGS && places[at - 1]! > place; at--) {
      places[at] = places[at - 1]!;
      turns[at] = turns[at - 1]!;
    }
    places[at] = place;
    turns[at] = turn;
    counts[scan] = count + 1;
  }

  /** Adds how much of each pixel of one scan line lies between two places. */
  function coverSpan(row: number, from: number, to: number): void {
    const start = Math.max(0, from);
    const end = Math.min(size, to);
    for (let x = Math.floor(start); x < end; x++)
      cover[row * size + x]! += (Math.min(x + 1, end) - Math.max(x, start)) / SCANS;
  }

  /** The share of each pixel inside a polygon in pixels, by the non-zero rule, as SVG fills. */
  function coverArea(polygon: readonly Point[]): Rows {
    const rows = rowsOf(polygon, 0);
    for (let i = 0; i < polygon.length; i++) {
      const [x, y] = polygon[i]!;
      const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
      const slope = (nextX - x) / (nextY - y);
      const turn = y < nextY ? 1 : -1;
      const first = Math.max(0, Math.ceil(Math.min(y, nextY) * SCANS - 0.5));
      const last = Math.min(size * SCANS, Math.ceil(Math.max(y, nextY) * SCANS - 0.5));
      for (let scan = first; scan < last; scan++)
        insert(scan, x + ((scan + 0.5) / SCANS - y) * slope, turn);
    }
    for (let scan = rows.top * SCANS; scan < rows.bottom * SCANS; scan++) {
      let winding = 0;
      for (let i = 0; i + 1 < counts[scan]!; i++) {
        const at = scan * MOST_CROSSINGS + i;
        winding += turns[at]!;
        if (winding !== 0) coverSpan(Math.floor(scan / SCANS), places[at]!, places[at + 1]!);
      }
      counts[scan] = 0;
    }
    return rows;
  }

  /** Coverage by a round pen along a straight line, where no other line of the chain covers more. */
  function coverLine([ax, ay]: Point, [bx, by]: Point, width: number): void {
    const reach = width / 2 + 0.5;
    const [dx, dy] = [bx - ax, by - ay];
    const squared = dx * dx + dy * dy;
    const most = Math.min(1, width);
    const left = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
    const right = Math.min(size, Math.ceil(Math.max(ax, bx) + reach));
    const top = Math.max(0, Math.floor(Math.min(ay, by) - reach));
    const bottom = Math.min(size, Math.ceil(Math.max(ay, by) + reach));
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) {
        const [px, py] = [x + 0.5 - ax, y + 0.5 - ay];
        const along = squared === 0 ? 0 : (px * dx + py * dy) / squared;
        const t = Math.min(1, Math.max(0, along));
        const [offX, offY] = [px - t * dx, py - t * dy];
        const share = Math.min(most, reach - Math.sqrt(offX * offX + offY * offY));
        if (share > cover[y * size + x]!) cover[y * size + x] = share;
      }
  }

  function coverStroke(chain: readonly Point[], width: number): Rows {
    for (let i = 0; i + 1 < chain.length; i++) coverLine(chain[i]!, chain[i + 1]!, width);
    return rowsOf(chain, width / 2 + 0.5);
  }

  /** Lays a tone over what is covered, and uncovers it. */
  function paint(values: Float32Array, { top, bottom }: Rows, tone: number): void {
    for (let i = top * size; i < bottom * size; i++) {
      const share = Math.min(1, cover[i]!);
      if (share > 0) values[i]! += share * (tone - values[i]!);
      cover[i] = 0;
    }
  }

  return { coverArea, coverStroke, paint };
}

const covers = new Map<number, ReturnType<typeof createCover>>();

function coverOf(size: number): ReturnType<typeof createCover> {
  const known = covers.get(size) ?? createCover(size);
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
  const { coverArea, coverStroke, paint } = coverOf(size);
  const toPixels = ([x, y]: Point): Point => [((x + 1) * size) / 2, ((y + 1) * size) / 2];
  for (const { curve, fill, stroke } of shapes) {
    const points = flatten(curve).map(toPixels);
    if (fill !== undefined) paint(values, coverArea(points), fill);
    if (stroke) paint(values, coverStroke(points, (stroke.width * size) / 2), stroke.tone);
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
