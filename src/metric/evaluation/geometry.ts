import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { classDistances } from './classDistances.ts';

/** The shape of an embedding, in its plain units. */
export interface Geometry {
  /** Mean length of a row. */
  readonly meanNorm: number;
  /** How broad the classes are: root mean square distance of a row from the mean of its class. */
  readonly within: number;
  /** How far apart they are: the smallest distance between the means of two classes; 0 with one. */
  readonly gap: number;
}

/** Throws when labels and embeddings do not fit each other. */
export function geometryOf(embeddings: Embeddings, labels: ArrayLike<number>): Geometry {
  checkLabelled(embeddings, labels);
  const { values, rows, dims } = embeddings;
  const sums = new Map<number, { readonly sum: Float64Array; count: number }>();
  let norms = 0;
  for (let row = 0; row < rows; row++) {
    const known = sums.get(labels[row]!) ?? { sum: new Float64Array(dims), count: 0 };
    sums.set(labels[row]!, known);
    known.count++;
    let square = 0;
    for (let d = 0; d < dims; d++) {
      known.sum[d]! += values[row * dims + d]!;
      square += values[row * dims + d]! ** 2;
    }
    norms += Math.sqrt(square);
  }
  let within = 0;
  for (let row = 0; row < rows; row++) {
    const { sum, count } = sums.get(labels[row]!)!;
    for (let d = 0; d < dims; d++) within += (values[row * dims + d]! - sum[d]! / count) ** 2;
  }
  const { labels: classes, distances } = classDistances(embeddings, labels);
  const apart = distances.filter((_, k) => k % (classes.length + 1) !== 0);
  return {
    meanNorm: rows === 0 ? 0 : norms / rows,
    within: rows === 0 ? 0 : Math.sqrt(within / rows),
    gap: apart.length === 0 ? 0 : apart.reduce((least, distance) => Math.min(least, distance)),
  };
}
