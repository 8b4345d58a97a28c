import { centroidOf } from './centroid.ts';
import { checkEmbeddings, type Embeddings } from './embeddings.ts';

/** The directions in which a cloud of points varies most. */
export interface PrincipalAxes {
  readonly mean: Float64Array;
  /** One unit vector after another, the direction of most variance first. */
  readonly axes: Float64Array;
  readonly dims: number;
  readonly count: number;
  /** Of all the variance, the share along each axis. */
  readonly shares: Float64Array;
}

function covarianceOf({ values, rows, dims }: Embeddings, mean: Float64Array): Float64Array {
  const covariance = new Float64Array(dims * dims);
  for (let row = 0; row < rows; row++)
    for (let a = 0; a < dims; a++) {
      const deviation = values[row * dims + a]! - mean[a]!;
      for (let b = 0; b < dims; b++)
        covariance[a * dims + b]! += (deviation * (values[row * dims + b]! - mean[b]!)) / rows;
    }
  return covariance;
}

/** Sweeps over all pairs converge quadratically; a dozen is more than any matrix here needs. */
const MOST_SWEEPS = 50;

/** Eigenvalues and eigenvectors (as columns) of a symmetric matrix, by Jacobi's rotations. */
function eigen(symmetric: Float64Array, size: number) {
  const a = symmetric.slice();
  const vectors = Float64Array.from({ length: size * size }, (_, index) =>
    index % (size + 1) === 0 ? 1 : 0,
  );
  const total = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let outside = 0;
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) outside += a[p * size + q]! ** 2;
    if (outside <= 1e-30 * total) break;
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * (size + 1)]!), vectors };
}

/** Turns axes p and q so that a[p][q] becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const coupling = a[p * size + q]!;
  if (coupling === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * coupling);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  const turn = (matrix: Float64Array, first: number, second: number) => {
    const [x, y] = [matrix[first]!, matrix[second]!];
    matrix[first] = cosine * x - sine * y;
    matrix[second] = sine * x + cosine * y;
  };
  for (let i = 0; i < size; i++) turn(a, i * size + p, i * size + q);
  for (let i = 0; i < size; i++) turn(a, p * size + i, q * size + i);
  for (let i = 0; i < size; i++) turn(vectors, i * size + p, i * size + q);
}

/** Variances, and for each the direction that it lies along (a unit vector). */
interface Spectrum {
  readonly variances: Float64Array;
  direction(column: number): Float64Array;
}

function spectrumOf(embeddings: Embeddings, mean: Float64Array): Spectrum {
  const { dims } = embeddings;
  const { values, vectors } = eigen(covarianceOf(embeddings, mean), dims);
  return {
    variances: values,
    direction: (column) =>
      Float64Array.from({ length: dims }, (_, d) => vectors[d * dims + column]!),
  };
}

/**
 * The same from the products of the points, for fewer points than dimensions: a matrix of rows²
 * numbers has the variances of one of dims².
 */
function dualSpectrumOf({ values, rows, dims }: Embeddings, mean: Float64Array): Spectrum {
  const centred = Float64Array.from(values, (value, i) => value - mean[i % dims]!);
  const products = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let d = 0; d < dims; d++) sum += centred[i * dims + d]! * centred[j * dims + d]!;
      products[i * rows + j] = sum / rows;
      products[j * rows + i] = sum / rows;
    }
  const { values: variances, vectors } = eigen(products, rows);
  return {
    variances,
    direction(column) {
      const along = new Float64Array(dims);
      for (let row = 0; row < rows; row++)
        for (let d = 0; d < dims; d++)
          along[d]! += vectors[row * rows + column]! * centred[row * dims + d]!;
      const length = Math.hypot(...along);
      return along.map((part) => part / length);
    },
  };
}

/** Whether so many directions have a variance: along none, the products of the points say nothing. */
function hasRank(spectrum: Spectrum | undefined, count: number): spectrum is Spectrum {
  if (!spectrum) return false;
  const sorted = spectrum.variances.toSorted((a, b) => b - a);
  return sorted[count - 1]! > 1e-9 * sorted[0]!;
}

/**
 * Principal component analysis: the `count` axes of most variance of a cloud. An axis points where
 * it points in `like` (the axes of a moment before, so that a picture does not flip), or else so
 * that its largest part is positive. Throws when there are fewer dimensions than axes asked for,
 * or when values, rows and dims do not fit.
 */
export function principalAxes(
  embeddings: Embeddings,
  count: number,
  like?: PrincipalAxes,
): PrincipalAxes {
  checkEmbeddings(embeddings);
  const { dims } = embeddings;
  if (!(Number.isInteger(count) && count >= 1 && count <= dims))
    throw new RangeError(`${dims} dimensions have 1 to ${dims} principal axes, not ${count}`);
  const mean = centroidOf(embeddings);
  const dual =
    count < embeddings.rows && embeddings.rows < dims
      ? dualSpectrumOf(embeddings, mean)
      : undefined;
  const { variances, direction: directionOf } = hasRank(dual, count)
    ? dual
    : spectrumOf(embeddings, mean);
  const order = [...variances.keys()].sort((a, b) => variances[b]! - variances[a]!).slice(0, count);
  const total = variances.reduce((sum, value) => sum + value, 0);
  const axes = new Float64Array(count * dims);
  order.forEach((column, axis) => {
    const direction = directionOf(column);
    const largest = direction.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    const along =
      like && like.dims === dims && axis < like.count
        ? direction.reduce((sum, part, d) => sum + part * like.axes[axis * dims + d]!, 0)
        : largest;
    axes.set(along < 0 ? direction.map((part) => -part) : direction, axis * dims);
  });
  const shares = Float64Array.from(order, (column) =>
    total > 0 ? Math.max(0, variances[column]!) / total : 0,
  );
  return { mean, axes, dims, count, shares };
}

/**
 * Coordinates of each row along the axes, row-major, `count` numbers each. Throws when the axes are
 * of another number of dimensions, or values, rows and dims do not fit.
 */
export function projectOnto(
  { mean, axes, dims, count }: PrincipalAxes,
  embeddings: Embeddings,
): Float32Array {
  checkEmbeddings(embeddings);
  if (embeddings.dims !== dims)
    throw new RangeError(`axes of ${dims} dimensions cannot project ${embeddings.dims}`);
  const projected = new Float32Array(embeddings.rows * count);
  for (let row = 0; row < embeddings.rows; row++)
    for (let axis = 0; axis < count; axis++) {
      let sum = 0;
      for (let d = 0; d < dims; d++)
        sum += (embeddings.values[row * dims + d]! - mean[d]!) * axes[axis * dims + d]!;
      projected[row * count + axis] = sum;
    }
  return projected;
}
