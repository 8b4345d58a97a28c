import { zeroFloats } from './floats';

/**
 * A product of matrices is made of tiles whose sums stay in registers. Both factors are packed
 * for it into panels: as many lanes as a tile is high or wide, beside one another for each step of
 * the depth (the dimension summed over), so that the innermost loop reads straight ahead.
 * Eight sums keep two multiply-adds a cycle busy through a latency of four, and leave registers of
 * the sixteen for what is multiplied.
 */
export const TILE_ROWS: i32 = 4;
export const TILE_COLUMNS: i32 = 8;
/** Floats of room that a product wants for a tile that sticks out. */
export const EDGE_FLOATS: i32 = TILE_ROWS * TILE_COLUMNS;

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
