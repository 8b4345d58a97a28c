import type { Bound, Call } from './call.ts';
import { activated, type LayerCalls, type Learned, masked, type Outputs } from './layer.ts';
import { partsFor, productKernel } from './product.ts';

/** Images [rows, height, width, channels], and a filter that is laid on them, zeros around ("same"). */
export interface ConvolutionShape {
  readonly rows: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** How many filters there are. */
  readonly to: number;
  /** Height and width of a filter. */
  readonly size: number;
  readonly stride: number;
}

/** The side of the output, and how far the first window reaches beyond the image. */
function along(side: number, { size, stride }: ConvolutionShape) {
  const out = Math.ceil(side / stride);
  return { out, before: Math.floor(Math.max(0, (out - 1) * stride + size - side) / 2) };
}

function slidingOf(shape: ConvolutionShape) {
  const { rows, channels, size, to } = shape;
  const [down, across] = [along(shape.height, shape), along(shape.width, shape)];
  return {
    down,
    across,
    /** Places of the window, on all images together. */
    pixels: rows * down.out * across.out,
    /** Numbers under a window. */
    under: size * size * channels,
    /** Numbers of the output under which a number of the input is. */
    over: size * size * to,
  };
}

/** In how many parts the gradient of the filters comes. */
export function convolutionParts(shape: ConvolutionShape): number {
  const { under, pixels } = slidingOf(shape);
  return partsFor({ rows: under + 1, columns: shape.to, depth: pixels });
}

/** `patchAt(pixel, place)`: the number of the image `x` at a place under the window. */
function patchText(shape: ConvolutionShape): string {
  const { height, width, channels, size, stride } = shape;
  const { down, across } = slidingOf(shape);
  const [high, wide] = [down.out, across.out];
  return `
fn patchAt(pixel: u32, place: u32) -> f32 {
  let at = pixel % ${high * wide}u;
  let row = i32(at / ${wide}u * ${stride}u + place / ${size * channels}u) - ${down.before};
  let column = i32(at % ${wide}u * ${stride}u + place / ${channels}u % ${size}u) - ${across.before};
  if (row < 0 || row >= ${height} || column < 0 || column >= ${width}) { return 0.0; }
  let line = pixel / ${high * wide}u * ${height}u + u32(row);
  return x[(line * ${width}u + u32(column)) * ${channels}u + place % ${channels}u];
}`;
}

/** `reachAt(pixel, place)`: the gradient `dz` of an output for which the window has the pixel at a place. */
function reachText(shape: ConvolutionShape): string {
  const { height, width, to, size, stride } = shape;
  const { down, across } = slidingOf(shape);
  return `
fn reachAt(pixel: u32, place: u32) -> f32 {
  let at = pixel % ${height * width}u;
  let row = i32(at / ${width}u + ${down.before}u) - i32(place / ${size * to}u);
  let column = i32(at % ${width}u + ${across.before}u) - i32(place / ${to}u % ${size}u);
  if (row < 0 || column < 0 || row % ${stride} > 0 || column % ${stride} > 0) { return 0.0; }
  if (row >= ${down.out * stride} || column >= ${across.out * stride}) { return 0.0; }
  let line = pixel / ${height * width}u * ${down.out}u + u32(row) / ${stride}u;
  return dz[(line * ${across.out}u + u32(column) / ${stride}u) * ${to}u + place % ${to}u];
}`;
}

const withText = (text: string, { code, groups }: Pick<Call, 'code' | 'groups'>) => ({
  code: `${text}\n${code}`,
  groups,
});

/**
 * The layer activation(convolution of x with the filters + bias), the filters [size, size, channels, to].
 * Its input is another layer's output, or comes without a gradient.
 */
export function convolutionCalls(
  shape: ConvolutionShape,
  input: Outputs | { readonly values: Bound },
  { kernel, bias, gradient, parts }: Learned,
  output: Outputs,
): LayerCalls {
  const { to } = shape;
  const { pixels, under } = slidingOf(shape);
  const x = input.values;
  const dz = output.gradient;
  const forward = productKernel({
    ...{ rows: pixels, columns: to, depth: under },
    left: { read: 'return patchAt(row, depth);', alongDepth: true },
    right: { read: `return kernel[depth * ${to}u + column];`, alongDepth: false },
    store: `let z = sum + bias[column]; y[row * ${to}u + column] = ${activated('z', output)};`,
  });
  const learn = productKernel({
    ...{ rows: under + 1, columns: to, depth: pixels, parts },
    left: {
      // The last row is the bias, whose input is always 1.
      read: `if (row == ${under}u) { return 1.0; } return patchAt(depth, row);`,
      alongDepth: false,
    },
    right: { read: `return dz[depth * ${to}u + column];`, alongDepth: false },
    store: `gradient[(part * ${under + 1}u + row) * ${to}u + column] = sum;`,
  });
  const patches = patchText(shape);
  return {
    forward: {
      ...withText(patches, forward),
      ...{ reads: { x, kernel, bias }, writes: { y: output.values } },
    },
    learn: { ...withText(patches, learn), reads: { x, dz }, writes: { gradient } },
    ...('gradient' in input && { back: backCall(shape, input, kernel, dz) }),
  };
}

function backCall(shape: ConvolutionShape, input: Outputs, kernel: Bound, dz: Bound): Call {
  const { rows, height, width, channels, to } = shape;
  const back = productKernel({
    ...{ rows: rows * height * width, columns: channels, depth: slidingOf(shape).over },
    left: { read: 'return reachAt(row, depth);', alongDepth: true },
    right: {
      read: `return kernel[(depth / ${to}u * ${channels}u + column) * ${to}u + depth % ${to}u];`,
      alongDepth: true,
    },
    store: `let at = row * ${channels}u + column; dx[at] = ${masked('sum', 'x[at]', input)};`,
  });
  const reads = { dz, kernel, ...(input.slope !== 1 && { x: input.values }) };
  return { ...withText(reachText(shape), back), reads, writes: { dx: input.gradient } };
}
