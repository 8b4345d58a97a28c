import type { Point } from '../curve.ts';
import { Crossings, SCANS } from './crossings.ts';

/** Pixel rows from `top` up to, and without, `bottom`. */
interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** Where shapes of one size are covered, one after another: allocated once, since faces come in thousands. */
export class Cover {
  readonly #size: number;
  readonly #shares: Float32Array;
  readonly #crossings: Crossings;

  constructor(size: number) {
    this.#size = size;
    this.#shares = new Float32Array(size * size);
    this.#crossings = new Crossings(size);
  }

  /** Paints the inside of a polygon in pixels. */
  fill(values: Float32Array, polygon: readonly Point[], tone: number): void {
    for (let i = 0; i < polygon.length; i++)
      this.#crossings.addEdge(polygon[i]!, polygon[(i + 1) % polygon.length]!);
    const rows = this.#rowsOf(polygon, 0);
    for (let scan = rows.top * SCANS; scan < rows.bottom * SCANS; scan++) {
      const row = Math.floor(scan / SCANS);
      this.#crossings.takeSpans(scan, (from, to) => this.#coverSpan(row, from, to));
    }
    this.#paint(values, rows, tone);
  }

  /** Paints a chain of straight lines with a round pen. */
  stroke(
    values: Float32Array,
    chain: readonly Point[],
    { width, tone }: { readonly width: number; readonly tone: number },
  ): void {
    for (let i = 0; i + 1 < chain.length; i++) this.#coverLine(chain[i]!, chain[i + 1]!, width);
    this.#paint(values, this.#rowsOf(chain, width / 2 + 0.5), tone);
  }

  #rowsOf(points: readonly Point[], reach: number): Rows {
    let [least, most] = [Infinity, -Infinity];
    for (const [, y] of points) {
      least = Math.min(least, y);
      most = Math.max(most, y);
    }
    return {
      top: Math.max(0, Math.floor(least - reach)),
      bottom: Math.min(this.#size, Math.ceil(most + reach)),
    };
  }

  /** Adds how much of each pixel of one scan line lies between two places. */
  #coverSpan(row: number, from: number, to: number): void {
    const [size, shares] = [this.#size, this.#shares];
    const start = Math.max(0, from);
    const end = Math.min(size, to);
    for (let x = Math.floor(start); x < end; x++)
      shares[row * size + x]! += (Math.min(x + 1, end) - Math.max(x, start)) / SCANS;
  }

  /** Coverage by a round pen along a straight line, where no other line of the chain covers more. */
  #coverLine([ax, ay]: Point, [bx, by]: Point, width: number): void {
    const [size, shares] = [this.#size, this.#shares];
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
        if (share > shares[y * size + x]!) shares[y * size + x] = share;
      }
  }

  /** Lays a tone over what is covered, and uncovers it. */
  #paint(values: Float32Array, { top, bottom }: Rows, tone: number): void {
    const shares = this.#shares;
    for (let i = top * this.#size; i < bottom * this.#size; i++) {
      const share = Math.min(1, shares[i]!);
      if (share > 0) values[i]! += share * (tone - values[i]!);
      shares[i] = 0;
    }
  }
}
