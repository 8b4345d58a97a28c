/** A factor of a product: how one of its numbers is read, and which of its neighbours lies beside it. */
interface Factor {
  /** WGSL of a function's body, which returns a number; `row` or `column`, and `depth` are known. */
  readonly read: string;
  /** Whether numbers one deeper are side by side in memory, or those of the next row or column. */
  readonly alongDepth: boolean;
}

export interface Product {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly left: Factor;
  readonly right: Factor;
  /** WGSL of a function's body that stores `sum` of `row`, `column` and `part`. */
  readonly store: string;
  /** Whether the depth may be computed in parts, which are stored one by one. Default: 1. */
  readonly parts?: number;
}

/** A workgroup has so many threads high and wide, and goes so far into the depth at a time. */
const SIDE = 16;
const THREADS = SIDE * SIDE;
/** So many workgroups keep a card busy. */
const BUSY = 128;
/** The parts of a sum are added by one thread. */
const MOST_PARTS = 64;

/** How many numbers high and wide a thread works out: more as soon as there are enough of them. */
function numbersOfThread(rows: number, columns: number): [high: number, wide: number] {
  const wide = columns > SIDE ? 2 : 1;
  const groups = (rows / SIDE) * (columns / (SIDE * wide));
  if (groups >= 4 * BUSY) return [4, wide];
  return groups >= 2 * BUSY ? [2, wide] : [1, columns > 2 * SIDE && groups >= BUSY ? wide : 1];
}

/** Two factors' tiles lie in the memory of a workgroup as [depth][row or column]. */
const fill = (name: string, { alongDepth }: Factor, count: number, from: string, limit: number) => {
  const line = alongDepth
    ? `let deep = place % ${SIDE}u; let side = place / ${SIDE}u;`
    : `let deep = place / ${count}u; let side = place % ${count}u;`;
  return `
    for (var place = thread; place < ${count * SIDE}u; place += ${THREADS}u) {
      ${line}
      var value = 0.0;
      if (${from} + side < ${limit}u && depth + deep < end) {
        value = ${name}At(${from} + side, depth + deep);
      }
      ${name}[deep * ${count}u + side] = value;
    }`;
};

/** The workgroups that a product takes, and its text but for the buffers. */
export function productKernel({ rows, columns, depth, left, right, store, parts = 1 }: Product): {
  readonly code: string;
  readonly groups: [number, number, number];
} {
  const [high, wide] = numbersOfThread(rows, columns);
  const [tall, broad] = [SIDE * high, SIDE * wide];
  const deepOfPart = SIDE * Math.ceil(depth / parts / SIDE);
  const code = `
fn leftAt(row: u32, depth: u32) -> f32 { ${left.read} }
fn rightAt(column: u32, depth: u32) -> f32 { ${right.read} }
fn store(row: u32, column: u32, part: u32, sum: f32) { ${store} }
var<workgroup> left: array<f32, ${tall * SIDE}>;
var<workgroup> right: array<f32, ${broad * SIDE}>;
@compute @workgroup_size(${SIDE}, ${SIDE})
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_id) at: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let firstRow = group.y * ${tall}u;
  let firstColumn = group.x * ${broad}u;
  let end = min((group.z + 1u) * ${deepOfPart}u, ${depth}u);
  var sums: array<f32, ${high * wide}>;
  for (var depth = group.z * ${deepOfPart}u; depth < end; depth += ${SIDE}u) {
    ${fill('left', left, tall, 'firstRow', rows)}
    ${fill('right', right, broad, 'firstColumn', columns)}
    workgroupBarrier();
    for (var deep = 0u; deep < ${SIDE}u; deep++) {
      for (var i = 0u; i < ${high}u; i++) {
        let value = left[deep * ${tall}u + i * ${SIDE}u + at.y];
        for (var j = 0u; j < ${wide}u; j++) {
          sums[i * ${wide}u + j] += value * right[deep * ${broad}u + j * ${SIDE}u + at.x];
        }
      }
    }
    workgroupBarrier();
  }
  for (var i = 0u; i < ${high}u; i++) {
    for (var j = 0u; j < ${wide}u; j++) {
      let row = firstRow + i * ${SIDE}u + at.y;
      let column = firstColumn + j * ${SIDE}u + at.x;
      if (row < ${rows}u && column < ${columns}u) { store(row, column, group.z, sums[i * ${wide}u + j]); }
    }
  }
}`;
  return { code, groups: [Math.ceil(columns / broad), Math.ceil(rows / tall), parts] };
}

/**
 * In how many parts to compute a product of few rows and columns and great depth, such as a filter's
 * gradient: so many that the card is busy, each deep enough to be worth storing.
 */
export function partsFor({ rows, columns, depth }: Pick<Product, 'rows' | 'columns' | 'depth'>) {
  const tiles = Math.ceil(rows / SIDE) * Math.ceil(columns / SIDE);
  const wanted = Math.min(MOST_PARTS, Math.ceil((8 * BUSY) / tiles));
  return Math.max(1, Math.min(wanted, Math.floor(depth / (4 * SIDE))));
}
