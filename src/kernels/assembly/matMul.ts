import { activateRows } from './activation';
import { pack, packedFloats, TILE_COLUMNS, TILE_ROWS } from './panels';
import { multiplyPanels, productFloats } from './product';

/** A block of packed rows of about half a megabyte stays in the second-level cache. */
const BLOCK_FLOATS: i32 = 131_072;

/** How many rows are packed at once, a multiple of the tile. */
function rowsAtOnce(m: i32, depth: i32): i32 {
  const rows = max(TILE_ROWS, (BLOCK_FLOATS / max(depth, 1)) & ~(TILE_ROWS - 1));
  return min(rows, (m + TILE_ROWS - 1) & ~(TILE_ROWS - 1));
}

/** Bytes of scratch that a product of these sizes wants. */
export function matMulScratch(m: i32, n: i32, depth: i32): i32 {
  const block = rowsAtOnce(m, depth);
  const packed = packedFloats(n, depth, TILE_COLUMNS) + block * depth;
  return (packed + productFloats(block, depth)) << 2;
}

/**
 * activation(a·b + bias) as [m, n], row-major: a is [m, depth] ([depth, m] when transposed), b is
 * [depth, n] ([n, depth]). `bias` 0 is none; `slope` is the activation's for negative numbers: 1
 * linear, 0 ReLU, else LeakyReLU.
 */
export function matMul(
  to: usize,
  a: usize,
  b: usize,
  m: i32,
  n: i32,
  depth: i32,
  transposeA: bool,
  transposeB: bool,
  bias: usize,
  slope: f32,
  scratch: usize,
): void {
  const block = rowsAtOnce(m, depth);
  const columns = scratch + (productFloats(block, depth) << 2);
  const rows = columns + (packedFloats(n, depth, TILE_COLUMNS) << 2);
  const laneStepA: usize = transposeA ? 4 : depth << 2;
  const depthStepA: usize = transposeA ? m << 2 : 4;
  pack(columns, TILE_COLUMNS, b, n, transposeB ? depth << 2 : 4, depth, transposeB ? 4 : n << 2);
  for (let start = 0; start < m; start += block) {
    const count = min(block, m - start);
    const product = to + ((start * n) << 2);
    pack(rows, TILE_ROWS, a + start * laneStepA, count, laneStepA, depth, depthStepA);
    multiplyPanels(product, rows, columns, count, n, depth, scratch);
    activateRows(product, product, count, n, bias, slope);
  }
}
