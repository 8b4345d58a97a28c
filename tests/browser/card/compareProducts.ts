/** In the browser: products as the card's kernels compute them, beside plain loops. */
import { Buffers } from '#kernels/webgpu/buffers.ts';
import { productKernel } from '#kernels/webgpu/product.ts';
import { createRandom } from '#metric/random.ts';
import { computed, openDevice } from './device.ts';

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly parts: number;
}

export interface ComparedProduct extends Shape {
  /** How many rows and columns a workgroup works out. */
  readonly tile: readonly [rows: number, columns: number];
  /** The largest difference of a sum over all parts, relative to the largest sum. */
  readonly off: number;
}

/** Odd sizes, for every number of rows and columns that a thread may work out. */
const SHAPES: readonly Shape[] = [
  { rows: 5, columns: 3, depth: 21, parts: 1 },
  { rows: 37, columns: 19, depth: 70, parts: 2 },
  { rows: 333, columns: 90, depth: 33, parts: 1 },
  { rows: 100, columns: 90, depth: 330, parts: 10 },
  { rows: 300, columns: 10, depth: 650, parts: 30 },
  { rows: 433, columns: 13, depth: 900, parts: 30 },
  { rows: 289, columns: 33, depth: 470, parts: 16 },
  { rows: 289, columns: 47, depth: 700, parts: 23 },
];

/** Row by row, or the other way round. */
const transposed = (values: Float32Array, rows: number) => {
  const columns = values.length / rows;
  return Float32Array.from(
    values,
    (_, at) => values[(at % rows) * columns + Math.floor(at / rows)]!,
  );
};

function plain(x: Float32Array, y: Float32Array, { rows, columns, depth }: Shape): Float64Array {
  const sums = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (let deep = 0; deep < depth; deep++)
        sums[row * columns + column]! += x[row * depth + deep]! * y[deep * columns + column]!;
  return sums;
}

/** With factors whose numbers lie one deeper side by side, or those of the next row or column. */
async function compare(device: GPUDevice, shape: Shape, alongDepth: boolean) {
  const { rows, columns, depth, parts } = shape;
  const random = createRandom(7);
  const numbers = (count: number) => Float32Array.from({ length: count }, () => 2 * random() - 1);
  const [x, y] = [numbers(rows * depth), numbers(depth * columns)];
  const buffers = new Buffers(device);
  const sums = buffers.floats(parts * rows * columns);
  const kernel = productKernel({
    ...shape,
    left: {
      alongDepth,
      read: `return x[${alongDepth ? `row * ${depth}u + depth` : `depth * ${rows}u + row`}];`,
    },
    right: {
      alongDepth,
      read: `return y[${alongDepth ? `column * ${depth}u + depth` : `depth * ${columns}u + column`}];`,
    },
    store: `sums[(part * ${rows}u + row) * ${columns}u + column] = sum;`,
  });
  const reads = {
    x: buffers.holding(alongDepth ? x : transposed(x, rows)),
    y: buffers.holding(alongDepth ? transposed(y, depth) : y),
  };
  const call = { ...kernel, reads, writes: { sums } };
  const [found] = await computed(device, [call], [sums.buffer]);
  buffers.destroy();
  const ofParts = new Float32Array(found!);
  const expected = plain(x, y, shape);
  const whole = expected.map((_, at) => {
    let sum = 0;
    for (let part = 0; part < parts; part++) sum += ofParts[part * rows * columns + at]!;
    return sum;
  });
  const largest = Math.max(...expected.map(Math.abs));
  const [across, down] = kernel.groups;
  return {
    ...shape,
    tile: [16 * Math.ceil(rows / down / 16), 16 * Math.ceil(columns / across / 16)] as const,
    off: Math.max(...expected.map((value, at) => Math.abs(value - whole[at]!))) / largest,
  };
}

export async function compareProducts(): Promise<ComparedProduct[]> {
  const device = await openDevice();
  const compared: ComparedProduct[] = [];
  for (const shape of SHAPES)
    for (const alongDepth of [true, false]) compared.push(await compare(device, shape, alongDepth));
  return compared;
}
