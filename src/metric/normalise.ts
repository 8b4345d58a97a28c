import { checkEmbeddings, type Embeddings } from './embeddings.ts';

/** Rows shorter than this are divided by it instead of by their length (PyTorch's F.normalize). */
const NORM_FLOOR = 1e-12;

function rowNorm(values: ArrayLike<number>, start: number, dims: number): number {
  let sum = 0;
  for (let d = 0; d < dims; d++) sum += values[start + d]! ** 2;
  return Math.sqrt(sum);
}

/** Every row divided by max(its length, 1e-12): points on the unit sphere, zero rows stay zero. */
export function normaliseRows(embeddings: Embeddings): Float64Array {
  checkEmbeddings(embeddings);
  const { values, dims } = embeddings;
  const unit = new Float64Array(values);
  for (let start = 0; start < unit.length; start += dims) {
    const divisor = Math.max(rowNorm(values, start, dims), NORM_FLOOR);
    for (let d = 0; d < dims; d++) unit[start + d]! /= divisor;
  }
  return unit;
}

/**
 * The gradient with respect to the raw rows, given the gradient with respect to the normalised
 * ones: its part along the row is lost, the rest divided by the row's length. Below the floor the
 * divisor is a constant, so nothing is lost (and a zero row gets a gradient of the order 1e12).
 */
export function normalisationGradient(
  { values, dims }: Embeddings,
  gradient: Float64Array,
): Float64Array {
  const raw = new Float64Array(gradient.length);
  for (let start = 0; start < raw.length; start += dims) {
    const norm = rowNorm(values, start, dims);
    const divisor = Math.max(norm, NORM_FLOOR);
    let along = 0;
    if (norm > NORM_FLOOR)
      for (let d = 0; d < dims; d++) along += (gradient[start + d]! * values[start + d]!) / norm;
    for (let d = 0; d < dims; d++)
      raw[start + d] = (gradient[start + d]! - (along * values[start + d]!) / divisor) / divisor;
  }
  return raw;
}
