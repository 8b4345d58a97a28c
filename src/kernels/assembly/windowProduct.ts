import { TILE_COLUMNS, TILE_ROWS } from './panels';
import { multiplyTile, putRow } from './tile';

/**
 * Where windows are read and what comes of them is written, as pairs of byte offsets from an image and
 * from its output: the same for all images. A list is filled up to whole tiles with its last pair, whose
 * product is then written to the same place again.
 */
const PLACE_FLOATS: i32 = 2;

/** Floats of a list for so many windows. */
export function placeFloats(windows: i32): i32 {
  return (windows + TILE_ROWS - 1) * PLACE_FLOATS;
}

/** Adds a pair, and says where the next one goes. */
export function addPlace(list: usize, from: usize, to: usize): usize {
  i32.store(list, from);
  i32.store(list, to, 4);
  return list + (PLACE_FLOATS << 2);
}

/** Fills the list up that ends at `end`, and has a pair at least. */
export function fillPlaces(end: usize): void {
  const from = i32.load(end - 8);
  const to = i32.load(end - 4);
  for (let i = 1; i < TILE_ROWS; i++) end = addPlace(end, from, to);
}

/**
 * Windows of an image times packed columns [lines × length, n], written as rows of n floats; `places`
 * lists `windows` of them. A window is `lines` times `length` floats, `pitch` bytes from line to line;
 * `tile` is room for EDGE_FLOATS.
 */
export function multiplyWindows(
  to: usize,
  image: usize,
  places: usize,
  windows: i32,
  columns: usize,
  n: i32,
  lines: i32,
  length: i32,
  pitch: usize,
  tile: usize,
): void {
  for (let column = 0; column < n; column += TILE_COLUMNS) {
    const wide = min(TILE_COLUMNS, n - column);
    for (let window = 0; window < windows; window += TILE_ROWS) {
      const place = places + ((window * PLACE_FLOATS) << 2);
      multiplyTile(
        tile,
        image + i32.load(place),
        image + i32.load(place, 8),
        image + i32.load(place, 16),
        image + i32.load(place, 24),
        lines,
        length,
        4,
        pitch,
        columns,
      );
      for (let row = 0; row < TILE_ROWS; row++) {
        const target = to + i32.load(place + ((row * PLACE_FLOATS) << 2), 4) + (column << 2);
        putRow(target, tile + ((row * TILE_COLUMNS) << 2), wide);
      }
    }
    columns += (lines * length * TILE_COLUMNS) << 2;
  }
}
