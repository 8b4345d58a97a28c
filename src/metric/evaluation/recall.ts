import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { nearestNeighbours } from './neighbours.ts';

/**
 * Recall@k, leave-one-out: the share of all rows that have a row of their class among their k
 * nearest neighbours. A row that is alone in its class counts as a miss. 0 without rows; a k
 * beyond the number of neighbours means all of them. Throws when k is not a whole number of at
 * least 1, or labels and embeddings do not fit each other.
 */
export function recallAtK(embeddings: Embeddings, labels: ArrayLike<number>, k: number): number {
  checkLabelled(embeddings, labels);
  if (!Number.isInteger(k) || k < 1)
    throw new RangeError(`k must be a whole number of at least 1, not ${k}`);
  const { rows } = embeddings;
  if (rows < 2) return 0;
  const depth = Math.min(k, rows - 1);
  const neighbours = nearestNeighbours({
    reference: embeddings,
    query: embeddings,
    k: depth,
    excludeSelf: true,
  });
  let hits = 0;
  for (let q = 0; q < rows; q++)
    for (let i = 0; i < depth; i++)
      if (labels[neighbours[q * depth + i]!] === labels[q]) {
        hits++;
        break;
      }
  return hits / rows;
}
