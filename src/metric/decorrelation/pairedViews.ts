/** Two views of each of `rows` samples: row i of one and row i of the other show the same sample. */
export interface PairedViews {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly rows: number;
  readonly dims: number;
}

/** A number for each coordinate of each view. */
type OfViews = readonly [first: Float64Array, second: Float64Array];

/**
 * A loss of two views whose terms are partly of one pair and partly of the whole batch: the latter
 * count for every pair alike, so that the loss is the mean over the pairs.
 */
export interface PairedLoss {
  /** What each pair costs: its own term, and all of the terms of the batch. */
  readonly losses: Float64Array;
  /** ∂(own term of a pair)/∂its rows. */
  readonly own: OfViews;
  /** ∂(terms of the batch)/∂rows. */
  readonly shared: OfViews;
}

/** The loss itself, with its gradient for both views; of no pairs it is NaN. */
export function meanOfPairs({ losses, own, shared }: PairedLoss) {
  const pairs = losses.length;
  const gradientOf = (view: 0 | 1) =>
    shared[view].map((slope, at) => slope + own[view][at]! / pairs);
  return {
    loss: losses.reduce((sum, each) => sum + each, 0) / pairs,
    first: gradientOf(0),
    second: gradientOf(1),
  };
}

/** The mean of each coordinate. */
function meansOf(values: Float64Array, rows: number, dims: number): Float64Array {
  const means = new Float64Array(dims);
  for (let i = 0; i < values.length; i++) means[i % dims]! += values[i]! / rows;
  return means;
}

/** Rows less the mean of each coordinate. */
export function centred(values: Float64Array, rows: number, dims: number): Float64Array {
  const means = meansOf(values, rows, dims);
  return values.map((value, i) => value - means[i % dims]!);
}

/** Σ over rows of first[row, k] · second[row, l], as dims × dims. */
export function productsOf(
  first: Float64Array,
  second: Float64Array,
  rows: number,
  dims: number,
): Float64Array {
  const products = new Float64Array(dims * dims);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < dims; k++) {
      const value = first[row * dims + k]!;
      for (let l = 0; l < dims; l++) products[k * dims + l]! += value * second[row * dims + l]!;
    }
  return products;
}

/** Each row times a dims × dims matrix, row vector first. */
export function timesMatrix(
  values: Float64Array,
  matrix: Float64Array,
  rows: number,
  dims: number,
): Float64Array {
  const product = new Float64Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < dims; k++) {
      const value = values[row * dims + k]!;
      for (let l = 0; l < dims; l++) product[row * dims + l]! += value * matrix[k * dims + l]!;
    }
  return product;
}
