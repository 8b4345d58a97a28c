import { centroidOf } from '../centroid.ts';
import { checkEmbeddings, type Embeddings } from '../embeddings.ts';

/**
 * How much the coordinates vary: the standard deviation of each over all rows (divided by their number),
 * and the mean of these over the coordinates. Of rows of length 1 that are spread over the whole sphere it
 * is 1/√dims, the most that there is; of rows that are all one it is 0 (SimSiam, Chen and He 2021). It takes
 * rows as they are: see normaliseRows. 0 without rows. Throws when values, rows and dims do not fit.
 */
export function coordinateSpread(embeddings: Embeddings): number {
  checkEmbeddings(embeddings);
  const { values, rows, dims } = embeddings;
  if (rows === 0) return 0;
  const centroid = centroidOf(embeddings);
  let sum = 0;
  for (let d = 0; d < dims; d++) {
    let squares = 0;
    for (let row = 0; row < rows; row++) squares += (values[row * dims + d]! - centroid[d]!) ** 2;
    sum += Math.sqrt(squares / rows);
  }
  return sum / dims;
}
