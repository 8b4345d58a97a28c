import { checkEmbeddings, type Embeddings } from '../embeddings.ts';
import { centroidOf } from '../centroid.ts';

/**
 * How large a cloud of points is: the root of the mean squared distance from their centroid, in the
 * units of the embedding. 0 without any rows. Throws when values, rows and dims do not fit.
 */
export function cloudRadius(embeddings: Embeddings): number {
  checkEmbeddings(embeddings);
  const { values, rows, dims } = embeddings;
  if (rows === 0) return 0;
  const centroid = centroidOf(embeddings);
  let sum = 0;
  for (let d = 0; d < dims; d++)
    for (let row = 0; row < rows; row++) sum += (values[row * dims + d]! - centroid[d]!) ** 2;
  return Math.sqrt(sum / rows);
}
