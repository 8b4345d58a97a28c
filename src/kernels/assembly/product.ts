import { addFloats, copyFloats, multiplyAdd } from './floats';
import { EDGE_FLOATS, TILE_COLUMNS, TILE_ROWS } from './panels';

/** Panels of this depth stay in the first-level cache: 12 kB of columns and 6 kB of rows. */
const DEPTH_AT_ONCE: i32 = 384;

/** Floats of room for the steps of one panel of rows: how many there are, then where they are. */
function stepFloats(depth: i32): i32 {
  return 1 + min(depth, DEPTH_AT_ONCE);
}

/** Floats of room that `multiplyPanels` wants. */
export function productFloats(m: i32, depth: i32): i32 {
  return EDGE_FLOATS + ((m + TILE_ROWS - 1) / TILE_ROWS) * stepFloats(depth);
}

/**
 * Moves those steps of a panel of rows to its beginning at which a lane is not 0, lists where each has
 * its columns, in bytes, and says how many they are. What is multiplied by 0 adds nothing, and images
 * are mostly background.
 */
function squeeze(panel: usize, steps: usize, depth: i32): i32 {
  const zero = f32x4.splat(0);
  const first = steps;
  let to = panel;
  for (let step = 0; step < depth; step++, panel += 16) {
    const lanes = v128.load(panel);
    v128.store(to, lanes);
    i32.store(steps, step << 5);
    const kept: usize = v128.any_true(f32x4.ne(lanes, zero)) ? 4 : 0;
    steps += kept;
    to += kept << 2;
  }
  return i32(steps - first) >> 2;
}

function put(to: usize, sum: v128, adding: bool): void {
  v128.store(to, adding ? f32x4.add(v128.load(to), sum) : sum);
}

/**
 * One tile: TILE_ROWS × TILE_COLUMNS sums over `count` steps of the depth, stored or added at `to`. They
 * are those that `steps` lists, or the first ones where `Listed` is void.
 */
function multiplyPanelTile<Listed>(
  to: usize,
  stride: usize,
  rows: usize,
  columns: usize,
  steps: usize,
  count: i32,
  adding: bool,
): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  for (const end = rows + (count << 4); rows < end; rows += 16) {
    let at = columns;
    if (isVoid<Listed>()) columns += 32;
    else {
      at += i32.load(steps);
      steps += 4;
    }
    const left = v128.load(at);
    const right = v128.load(at, 16);
    let factor = v128.load32_splat(rows);
    a0 = multiplyAdd(factor, left, a0);
    a1 = multiplyAdd(factor, right, a1);
    factor = v128.load32_splat(rows, 4);
    b0 = multiplyAdd(factor, left, b0);
    b1 = multiplyAdd(factor, right, b1);
    factor = v128.load32_splat(rows, 8);
    c0 = multiplyAdd(factor, left, c0);
    c1 = multiplyAdd(factor, right, c1);
    factor = v128.load32_splat(rows, 12);
    d0 = multiplyAdd(factor, left, d0);
    d1 = multiplyAdd(factor, right, d1);
  }
  put(to, a0, adding);
  put(to + 16, a1, adding);
  to += stride;
  put(to, b0, adding);
  put(to + 16, b1, adding);
  to += stride;
  put(to, c0, adding);
  put(to + 16, c1, adding);
  to += stride;
  put(to, d0, adding);
  put(to + 16, d1, adding);
}

/** Stores or adds as much of a tile at the edge as is within the product. */
function putEdge(to: usize, stride: usize, tile: usize, high: i32, wide: i32, adding: bool): void {
  for (let row = 0; row < high; row++) {
    if (adding) addFloats(to, tile, wide);
    else copyFloats(to, tile, wide);
    to += stride;
    tile += TILE_COLUMNS << 2;
  }
}

/**
 * The product [m, n] of packed rows [m, depth], which are lost, and packed columns [depth, n]. `room` is
 * for `productFloats`.
 */
export function multiplyPanels(
  to: usize,
  rows: usize,
  columns: usize,
  m: i32,
  n: i32,
  depth: i32,
  room: usize,
): void {
  const stride: usize = n << 2;
  const blocks = (depth + DEPTH_AT_ONCE - 1) / DEPTH_AT_ONCE;
  const blockDepth = blocks > 0 ? (depth + blocks - 1) / blocks : 0;
  const apart: usize = stepFloats(depth) << 2;
  for (let start = 0; start < depth; start += blockDepth) {
    const slice = min(blockDepth, depth - start);
    const block = rows + ((start * TILE_ROWS) << 2);
    let steps = room + (EDGE_FLOATS << 2);
    for (let row = 0; row < m; row += TILE_ROWS, steps += apart) {
      i32.store(steps, squeeze(block + ((row * depth) << 2), steps + 4, slice));
    }
    for (let column = 0; column < n; column += TILE_COLUMNS) {
      const panel = columns + ((column * depth + start * TILE_COLUMNS) << 2);
      const wide = min(TILE_COLUMNS, n - column);
      steps = room + (EDGE_FLOATS << 2);
      for (let row = 0; row < m; row += TILE_ROWS, steps += apart) {
        const from = block + ((row * depth) << 2);
        const high = min(TILE_ROWS, m - row);
        const target = to + row * stride + (column << 2);
        const isWhole = wide == TILE_COLUMNS && high == TILE_ROWS;
        const tile = isWhole ? target : room;
        const tileStride = isWhole ? stride : TILE_COLUMNS << 2;
        const adds = isWhole && start > 0;
        const count = i32.load(steps);
        if (count == slice) multiplyPanelTile<void>(tile, tileStride, from, panel, 0, slice, adds);
        else multiplyPanelTile<i32>(tile, tileStride, from, panel, steps + 4, count, adds);
        if (!isWhole) putEdge(target, stride, room, high, wide, start > 0);
      }
    }
  }
}
