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
function numbersOfThread({ rows, columns, parts = 1 }: Product): [high: number, wide: number] {
  const wide = columns > SIDE ? 2 : 1;
  const groups = (rows / SIDE) * (columns / (SIDE * wide)) * parts;
  if (groups >= 4 * BUSY) return [4, wide];
  return groups >= 2 * BUSY ? [2, wide] : [1, columns > 2 * SIDE && groups >= BUSY ? wide : 1];
}

/**
 * Two factors' tiles lie in the memory of a workgroup as [depth][row or column]. Of one whose neighbouring
 * threads store one deeper each, lines are two longer: they would all want the same bank of that memory.
 */
const lineOf = ({ alongDepth }: Factor, count: number) => count + (alongDepth ? 2 : 0);

const fill = (name: string, factor: Factor, count: number, from: string, limit: number) => {
  const places = factor.alongDepth
    ? `let deep = place % ${SIDE}u; let side = place / ${SIDE}u;`
    : `let deep = place / ${count}u; let side = place % ${count}u;`;
  return `
    for (var place = thread; place < ${count * SIDE}u; place += ${THREADS}u) {
      ${places}
      var value = 0.0;
      if (${from} + side < ${limit}u && depth + deep < end) {
        value = ${name}At(${from} + side, depth + deep);
      }
      ${name}[deep * ${lineOf(factor, count)}u + side] = value;
    }`;
};

const upTo = (length: number) => Array.from({ length }, (_, at) => at);

/** The numbers that a thread works out, one by one: in an array they might not be kept in registers. */
function sumsOfThread({ left, right, rows, columns }: Product, [high, wide]: [number, number]) {
  const [tall, broad] = [lineOf(left, SIDE * high), lineOf(right, SIDE * wide)];
  const [is, js] = [upTo(high), upTo(wide)];
  const cells = is.flatMap((i) => js.map((j) => ({ i, j, sum: `sum${i}${j}` })));
  return {
    declared: cells.map(({ sum }) => `var ${sum} = 0.0;`).join(' '),
    added: [
      ...is.map((i) => `let a${i} = left[deep * ${tall}u + ${i * SIDE}u + at.y];`),
      ...js.map((j) => `let b${j} = right[deep * ${broad}u + ${j * SIDE}u + at.x];`),
      ...cells.map(({ i, j, sum }) => `${sum} += a${i} * b${j};`),
    ].join('\n      '),
    stored: cells
      .map(
        ({ i, j, sum }) => `
  if (row + ${i * SIDE}u < ${rows}u && column + ${j * SIDE}u < ${columns}u) {
    store(row + ${i * SIDE}u, column + ${j * SIDE}u, group.z, ${sum});
  }`,
      )
      .join(''),
  };
}

/** The workgroups that a product takes, and its text but for the buffers. */
export function productKernel(product: Product): {
  readonly code: string;
  readonly groups: [number, number, number];
} {
  const { rows, columns, depth, left, right, store, parts = 1 } = product;
  const [high, wide] = numbersOfThread(product);
  const [tall, broad] = [SIDE * high, SIDE * wide];
  const deepOfPart = SIDE * Math.ceil(depth / parts / SIDE);
  const { declared, added, stored } = sumsOfThread(product, [high, wide]);
  const code = `
fn leftAt(row: u32, depth: u32) -> f32 { ${left.read} }
fn rightAt(column: u32, depth: u32) -> f32 { ${right.read} }
fn store(row: u32, column: u32, part: u32, sum: f32) { ${store} }
var<workgroup> left: array<f32, ${lineOf(left, tall) * SIDE}>;
var<workgroup> right: array<f32, ${lineOf(right, broad) * SIDE}>;
@compute @workgroup_size(${SIDE}, ${SIDE})
fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_id) at: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let firstRow = group.y * ${tall}u;
  let firstColumn = group.x * ${broad}u;
  let end = min((group.z + 1u) * ${deepOfPart}u, ${depth}u);
  ${declared}
  for (var depth = group.z * ${deepOfPart}u; depth < end; depth += ${SIDE}u) {
    ${fill('left', left, tall, 'firstRow', rows)}
    ${fill('right', right, broad, 'firstColumn', columns)}
    workgroupBarrier();
    for (var deep = 0u; deep < ${SIDE}u; deep++) {
      ${added}
    }
    workgroupBarrier();
  }
  let row = firstRow + at.y;
  let column = firstColumn + at.x;${stored}
}`;
  return { code, groups: [Math.ceil(columns / broad), Math.ceil(rows / tall), parts] };
}

/**
 * In how many parts to compute a product of few rows and columns and great depth, such as a filter's
 * gradient: so many that the card is busy, each deep enough to be worth storing.
 */
export function partsFor({ rows, columns, depth }: Pick<Product, 'rows' | 'columns' | 'depth'>) {
  // As large as they are where there are many parts.
  const tiles = Math.ceil(rows / (4 * SIDE)) * Math.ceil(columns / (2 * SIDE));
  const wanted = Math.min(MOST_PARTS, Math.ceil((8 * BUSY) / tiles));
  return Math.max(1, Math.min(wanted, Math.floor(depth / (4 * SIDE))));
}
