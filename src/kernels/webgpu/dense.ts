import type { Bound } from './call.ts';
import { activated, type LayerCalls, type Learned, masked, type Outputs } from './layer.ts';
import { partsFor, productKernel } from './product.ts';

export interface DenseShape {
  readonly rows: number;
  readonly from: number;
  readonly to: number;
}

/** In how many parts the gradient of a dense layer comes. */
export const denseParts = ({ rows, from, to }: DenseShape): number =>
  partsFor({ rows: from + 1, columns: to, depth: rows });

/**
 * The layer activation(x·kernel + bias): x [rows, from], kernel [from, to], bias [to]. Its input is
 * another layer's output, or comes without a gradient.
 */
export function denseCalls(
  { rows, from, to }: DenseShape,
  input: Outputs | { readonly values: Bound },
  { kernel, bias, gradient, parts }: Learned,
  output: Outputs,
): LayerCalls {
  const x = input.values;
  const dz = output.gradient;
  const forward = productKernel({
    ...{ rows, columns: to, depth: from },
    left: { read: `return x[row * ${from}u + depth];`, alongDepth: true },
    right: { read: `return kernel[depth * ${to}u + column];`, alongDepth: false },
    store: `let z = sum + bias[column]; y[row * ${to}u + column] = ${activated('z', output)};`,
  });
  const learn = productKernel({
    ...{ rows: from + 1, columns: to, depth: rows, parts },
    left: {
      // The last row is the bias, whose input is always 1.
      read: `if (row == ${from}u) { return 1.0; } return x[depth * ${from}u + row];`,
      alongDepth: false,
    },
    right: { read: `return dz[depth * ${to}u + column];`, alongDepth: false },
    store: `gradient[(part * ${from + 1}u + row) * ${to}u + column] = sum;`,
  });
  return {
    forward: { ...forward, reads: { x, kernel, bias }, writes: { y: output.values } },
    learn: { ...learn, reads: { x, dz }, writes: { gradient } },
    ...('gradient' in input && { back: backCall({ rows, from, to }, input, kernel, dz) }),
  };
}

function backCall({ rows, from, to }: DenseShape, input: Outputs, kernel: Bound, dz: Bound) {
  const back = productKernel({
    ...{ rows, columns: from, depth: to },
    left: { read: `return dz[row * ${to}u + depth];`, alongDepth: true },
    right: { read: `return kernel[column * ${to}u + depth];`, alongDepth: true },
    store: `let at = row * ${from}u + column; dx[at] = ${masked('sum', 'x[at]', input)};`,
  });
  const reads = { dz, kernel, ...(input.slope !== 1 && { x: input.values }) };
  return { ...back, reads, writes: { dx: input.gradient } };
}
