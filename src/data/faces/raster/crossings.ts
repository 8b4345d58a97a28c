import type { Point } from '../curve.ts';

/** Scan lines in a pixel: along them coverage is exact. */
export const SCANS = 4;
/** How often an outline may cross one scan line. */
const MOST_CROSSINGS = 32;

/** Where a polygon's outline crosses the scan lines, from left to right on each. */
export class Crossings {
  readonly #scans: number;
  readonly #places: Float64Array;
  readonly #turns: Int8Array;
  readonly #counts: Uint8Array;

  constructor(size: number) {
    this.#scans = size * SCANS;
    this.#places = new Float64Array(this.#scans * MOST_CROSSINGS);
    this.#turns = new Int8Array(this.#scans * MOST_CROSSINGS);
    this.#counts = new Uint8Array(this.#scans);
  }

  addEdge([x, y]: Point, [nextX, nextY]: Point): void {
    const slope = (nextX - x) / (nextY - y);
    const turn = y < nextY ? 1 : -1;
    const first = Math.max(0, Math.ceil(Math.min(y, nextY) * SCANS - 0.5));
    const last = Math.min(this.#scans, Math.ceil(Math.max(y, nextY) * SCANS - 0.5));
    for (let scan = first; scan < last; scan++)
      this.#insert(scan, x + ((scan + 0.5) / SCANS - y) * slope, turn);
  }

  /** Hands over what of a scan line is inside, by the non-zero rule, as SVG fills; and forgets it. */
  takeSpans(scan: number, take: (from: number, to: number) => void): void {
    const [places, turns] = [this.#places, this.#turns];
    const first = scan * MOST_CROSSINGS;
    const last = first + this.#counts[scan]! - 1;
    let winding = 0;
    for (let at = first; at < last; at++) {
      winding += turns[at]!;
      if (winding !== 0) take(places[at]!, places[at + 1]!);
    }
    this.#counts[scan] = 0;
  }

  /** Keeps the crossings of each scan line in the order of their places. */
  #insert(scan: number, place: number, turn: number): void {
    const [places, turns] = [this.#places, this.#turns];
    const count = this.#counts[scan]!;
    if (count === MOST_CROSSINGS) throw new RangeError('an outline crosses a scan line too often');
    let at = scan * MOST_CROSSINGS + count;
    for (; at > scan * MOST_CROSSINGS && places[at - 1]! > place; at--) {
      places[at] = places[at - 1]!;
      turns[at] = turns[at - 1]!;
    }
    places[at] = place;
    turns[at] = turn;
    this.#counts[scan] = count + 1;
  }
}
