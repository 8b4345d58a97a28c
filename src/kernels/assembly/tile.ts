import { addFloats, copyFloats, multiplyAdd } from './floats';
import { TILE_COLUMNS } from './panels';

/**
 * One tile of a product that reads its rows where they are: four of them, at a, b, c and d, times a panel
 * of columns. A row is `lines` times `length` floats, `across` bytes from one to the next and `down`
 * bytes from line to line. The sums are written to `to`, row after row.
 */
export function multiplyTile(
  to: usize,
  a: usize,
  b: usize,
  c: usize,
  d: usize,
  lines: i32,
  length: i32,
  across: usize,
  down: usize,
  columns: usize,
): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  const skip = down - length * across;
  for (let line = 0; line < lines; line++) {
    for (const end = columns + (length << 5); columns < end; columns += 32) {
      const left = v128.load(columns);
      const right = v128.load(columns, 16);
      let factor = v128.load32_splat(a);
      a0 = multiplyAdd(factor, left, a0);
      a1 = multiplyAdd(factor, right, a1);
      factor = v128.load32_splat(b);
      b0 = multiplyAdd(factor, left, b0);
      b1 = multiplyAdd(factor, right, b1);
      factor = v128.load32_splat(c);
      c0 = multiplyAdd(factor, left, c0);
      c1 = multiplyAdd(factor, right, c1);
      factor = v128.load32_splat(d);
      d0 = multiplyAdd(factor, left, d0);
      d1 = multiplyAdd(factor, right, d1);
      a += across;
      b += across;
      c += across;
      d += across;
    }
    a += skip;
    b += skip;
    c += skip;
    d += skip;
  }
  v128.store(to, a0);
  v128.store(to, a1, 16);
  v128.store(to, b0, 32);
  v128.store(to, b1, 48);
  v128.store(to, c0, 64);
  v128.store(to, c1, 80);
  v128.store(to, d0, 96);
  v128.store(to, d1, 112);
}

/** Writes the first `wide` sums of a tile's row. */
export function putRow(to: usize, row: usize, wide: i32): void {
  if (wide == TILE_COLUMNS) {
    v128.store(to, v128.load(row));
    v128.store(to, v128.load(row, 16), 16);
  } else copyFloats(to, row, wide);
}

/** Adds them to what is there. */
export function addRow(to: usize, row: usize, wide: i32): void {
  if (wide == TILE_COLUMNS) {
    v128.store(to, f32x4.add(v128.load(to), v128.load(row)));
    v128.store(to, f32x4.add(v128.load(to, 16), v128.load(row, 16)), 16);
  } else addFloats(to, row, wide);
}
