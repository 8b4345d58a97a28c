import { checkLabelled, type Embeddings } from '../embeddings.ts';

/** Distances between the means of classes, plain: row after row, a symmetric square. */
export interface ClassDistances {
  /** The labels that occur, in ascending order: of rows and columns alike. */
  readonly labels: readonly number[];
  readonly distances: Float64Array;
}

/**
 * How far the mean of each class lies from that of each other, in the plain units of the embedding.
 * Throws when labels and embeddings do not fit.
 */
export function classDistances(embeddings: Embeddings, labels: ArrayLike<number>): ClassDistances {
  checkLabelled(embeddings, labels);
  const { values, rows, dims } = embeddings;
  const known = [...new Set(Array.from(labels))].sort((a, b) => a - b);
  const places = new Map(known.map((label, place) => [label, place]));
  const sums = new Float64Array(known.length * dims);
  const sizes = new Float64Array(known.length);
  for (let row = 0; row < rows; row++) {
    const place = places.get(labels[row]!)!;
    sizes[place]!++;
    for (let d = 0; d < dims; d++) sums[place * dims + d]! += values[row * dims + d]!;
  }
  const distances = new Float64Array(known.length ** 2);
  for (let a = 0; a < known.length; a++)
    for (let b = 0; b < known.length; b++) {
      let square = 0;
      for (let d = 0; d < dims; d++)
        square += (sums[a * dims + d]! / sizes[a]! - sums[b * dims + d]! / sizes[b]!) ** 2;
      distances[a * known.length + b] = Math.sqrt(square);
    }
  return { labels: known, distances };
}
