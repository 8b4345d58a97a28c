import { addFloats, copyFloats, multiplyAdd, zeroFloats } from './floats';

/**
 * A product of matrices is made of tiles whose sums stay in registers. Both factors are packed
 * for it into panels: as many lanes as a tile is high or wide, beside one another for each step of
 * the depth (the dimension summed over), so that the innermost loop reads straight ahead.
 * Eight sums keep two multiply-adds a cycle busy through a latency of four, and leave registers of
 * the sixteen for what is multiplied.
 */
export const TILE_ROWS: i32 = 4;
export const TILE_COLUMNS: i32 = 8;
const TILE_FLOATS: i32 = TILE_ROWS * TILE_COLUMNS;

/** Panels of this depth stay in the first-level cache: 12 kB of columns and 6 kB of rows. */
const DEPTH_AT_ONCE: i32 = 384;

/** Floats of a matrix of `lanes` when packed: its last panel is filled up with zeros. */
export function packedFloats(lanes: i32, depth: i32, width: i32): i32 {
  return ((lanes + width - 1) / width) * width * depth;
}

/** The four vectors from `from` on, `stride` bytes apart, transposed to `to`, `apart` bytes apart. */
function transposeFour(to: usize, apart: usize, from: usize, stride: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + stride);
  const c = v128.load(from + 2 * stride);
  const d = v128.load(from + 3 * stride);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(to + apart, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
  v128.store(to + 2 * apart, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5));
  v128.store(to + 3 * apart, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7));
}

/** Lanes that lie beside one another. */
function copyLanes(to: usize, width: i32, from: usize, depth: i32, depthStep: usize): void {
  if (width == 4) {
    for (const end = to + (depth << 4); to < end; to += 16, from += depthStep) {
      v128.store(to, v128.load(from));
    }
  } else {
    for (const end = to + (depth << 5); to < end; to += 32, from += depthStep) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
    }
  }
}

function packLane(to: usize, width: i32, from: usize, step: usize, depth: i32): void {
  for (let d = 0; d < depth; d++) f32.store(to + d * (width << 2), f32.load(from + d * step));
}

/**
 * Packs lane l at depth d from `from` + l·laneStep + d·depthStep (bytes), one of the steps being
 * that of a float, into panels of `width` lanes, which is 4 or 8.
 */
export function pack(
  to: usize,
  width: i32,
  from: usize,
  lanes: i32,
  laneStep: usize,
  depth: i32,
  depthStep: usize,
): void {
  const apart: usize = width << 2;
  for (let lane = 0; lane < lanes; lane += width) {
    const start = from + lane * laneStep;
    const live = min(width, lanes - lane);
    if (live < width) {
      zeroFloats(to, width * depth);
      for (let l = 0; l < live; l++) {
        packLane(to + (l << 2), width, start + l * laneStep, depthStep, depth);
      }
    } else if (laneStep == 4) {
      copyLanes(to, width, start, depth, depthStep);
    } else {
      for (let l = 0; l < width; l += 4) {
        const row = start + l * laneStep;
        const column = to + (l << 2);
        let d = 0;
        for (; d + 4 <= depth; d += 4) {
          transposeFour(column + d * apart, apart, row + (d << 2), laneStep);
        }
        for (let r = 0; r < 4; r++) {
          packLane(
            column + d * apart + (r << 2),
            width,
            row + r * laneStep + (d << 2),
            4,
            depth - d,
          );
        }
      }
    }
    to += apart * depth;
  }
}

function put(to: usize, sum: v128, adding: bool): void {
  v128.store(to, adding ? f32x4.add(v128.load(to), sum) : sum);
}

/** One tile: TILE_ROWS × TILE_COLUMNS sums over the depth, stored or added at `to`. */
function multiplyTile(
  to: usize,
  stride: usize,
  rows: usize,
  columns: usize,
  depth: i32,
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
  for (const end = rows + (depth << 4); rows < end; rows += 16, columns += 32) {
    const left = v128.load(columns);
    const right = v128.load(columns, 16);
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

/** Floats of room that `multiplyPanels` wants for a tile that sticks out. */
export const EDGE_FLOATS: i32 = TILE_FLOATS;

/**
 * The product [m, n] of packed rows [m, depth] and packed columns [depth, n]. `edge` is room for
 * EDGE_FLOATS.
 */
export function multiplyPanels(
  to: usize,
  rows: usize,
  columns: usize,
  m: i32,
  n: i32,
  depth: i32,
  edge: usize,
): void {
  const stride: usize = n << 2;
  const blocks = (depth + DEPTH_AT_ONCE - 1) / DEPTH_AT_ONCE;
  const blockDepth = blocks > 0 ? (depth + blocks - 1) / blocks : 0;
  for (let start = 0; start < depth; start += blockDepth) {
    const slice = min(blockDepth, depth - start);
    const adds = start > 0;
    for (let column = 0; column < n; column += TILE_COLUMNS) {
      const b = columns + ((column * depth + start * TILE_COLUMNS) << 2);
      const wide = min(TILE_COLUMNS, n - column);
      for (let row = 0; row < m; row += TILE_ROWS) {
        const a = rows + ((row * depth + start * TILE_ROWS) << 2);
        const high = min(TILE_ROWS, m - row);
        const tile = to + row * stride + (column << 2);
        if (wide == TILE_COLUMNS && high == TILE_ROWS) {
          multiplyTile(tile, stride, a, b, slice, adds);
        } else {
          multiplyTile(edge, TILE_COLUMNS << 2, a, b, slice, false);
          for (let r = 0; r < high; r++) {
            const from = edge + r * (TILE_COLUMNS << 2);
            if (adds) addFloats(tile + r * stride, from, wide);
            else copyFloats(tile + r * stride, from, wide);
          }
        }
      }
    }
  }
}
