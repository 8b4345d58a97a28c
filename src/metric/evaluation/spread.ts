import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { distanceMatrix } from '../pairwise.ts';

/** Visits every unordered pair of rows with its plain distance. */
function forEachPair(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  visit: (distance: number, similar: boolean) => void,
): void {
  checkLabelled(embeddings, labels);
  const { rows } = embeddings;
  const distances = distanceMatrix(embeddings, 'plain');
  for (let i = 0; i < rows; i++)
    for (let j = i + 1; j < rows; j++) visit(distances[i * rows + j]!, labels[i] === labels[j]);
}

/**
 * How broad the classes are: the mean plain distance over all unordered pairs of one class, 0
 * without such a pair. Throws when labels and embeddings do not fit each other.
 */
export function withinClassSpread(embeddings: Embeddings, labels: ArrayLike<number>): number {
  let sum = 0;
  let pairs = 0;
  forEachPair(embeddings, labels, (distance, similar) => {
    if (!similar) return;
    sum += distance;
    pairs++;
  });
  return pairs === 0 ? 0 : sum / pairs;
}

/**
 * How well the classes are kept apart: the smallest plain distance between two rows of different
 * classes, infinite with one class only. Throws when labels and embeddings do not fit each other.
 */
export function smallestClassGap(embeddings: Embeddings, labels: ArrayLike<number>): number {
  let smallest = Number.POSITIVE_INFINITY;
  forEachPair(embeddings, labels, (distance, similar) => {
    if (!similar) smallest = Math.min(smallest, distance);
  });
  return smallest;
}
