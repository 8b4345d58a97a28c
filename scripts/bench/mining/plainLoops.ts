import type { Embeddings } from '#metric/embeddings.ts';

/**
 * Batch-all triplet loss, squared distances, the mean over the triplets with a positive loss, and its
 * gradient: a loop over anchors, positives and negatives, as anyone would write it who minds speed. What
 * a triplet does to the gradient depends on its pairs only, so the innermost loop counts them and no
 * more. (tests/support/threeLoops.ts is slower: it is written to be believed.)
 */
export function plainLoops(
  { values, rows, dims }: Embeddings,
  labels: ArrayLike<number>,
  margin: number,
): { loss: number; gradient: Float64Array } {
  const distances = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++) {
      let sum = 0;
      for (let d = 0; d < dims; d++) sum += (values[i * dims + d]! - values[j * dims + d]!) ** 2;
      distances[i * rows + j] = sum;
    }

  /** How many active triplets pull a pair together, less how many push it apart. */
  const pulls = new Float64Array(rows * rows);
  let sum = 0;
  let active = 0;
  for (let a = 0; a < rows; a++)
    for (let p = 0; p < rows; p++) {
      if (p === a || labels[p] !== labels[a]) continue;
      const reach = distances[a * rows + p]! + margin;
      let closer = 0;
      for (let n = 0; n < rows; n++) {
        if (labels[n] === labels[a]) continue;
        const excess = reach - distances[a * rows + n]!;
        if (excess <= 0) continue;
        sum += excess;
        closer++;
        pulls[a * rows + n]!--;
      }
      active += closer;
      pulls[a * rows + p]! += closer;
    }

  const gradient = new Float64Array(rows * dims);
  const divisor = active || 1;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++) {
      const weight = (2 * pulls[i * rows + j]!) / divisor;
      if (weight === 0) continue;
      for (let d = 0; d < dims; d++) {
        const slope = weight * (values[i * dims + d]! - values[j * dims + d]!);
        gradient[i * dims + d]! += slope;
        gradient[j * dims + d]! -= slope;
      }
    }
  return { loss: sum / divisor, gradient };
}
