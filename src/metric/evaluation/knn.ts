import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { nearestNeighbours } from './neighbours.ts';

export interface KnnOptions {
  readonly reference: Embeddings;
  readonly referenceLabels: ArrayLike<number>;
  readonly query: Embeddings;
  readonly k: number;
  /** Leave-one-out: the query rows are the reference rows, and none votes for itself. */
  readonly excludeSelf?: boolean;
}

/** The label with most votes; of several, the smallest. */
function majority(votes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const label of votes) counts.set(label, (counts.get(label) ?? 0) + 1);
  let winner = Number.NaN;
  let most = 0;
  for (const [label, count] of counts)
    if (count > most || (count === most && label < winner)) {
      winner = label;
      most = count;
    }
  return winner;
}

/** The label that each query row gets from its k nearest reference rows, by majority vote. */
export function knnPredictions(options: KnnOptions): number[] {
  const { reference, referenceLabels, query, k, excludeSelf = false } = options;
  checkLabelled(reference, referenceLabels);
  const neighbours = nearestNeighbours({ reference, query, k, excludeSelf });
  return Array.from({ length: query.rows }, (_, q) =>
    majority(Array.from(neighbours.subarray(q * k, (q + 1) * k), (row) => referenceLabels[row]!)),
  );
}

function accuracy(predictions: readonly number[], labels: ArrayLike<number>): number {
  const right = predictions.filter((label, row) => label === labels[row]).length;
  return predictions.length === 0 ? 0 : right / predictions.length;
}

/**
 * The share of query rows whose label the majority of their k nearest reference rows have; ties go
 * to the smallest label. Throws when labels, dimensions or k do not fit.
 */
export function knnAccuracy(
  options: Omit<KnnOptions, 'excludeSelf'> & { readonly queryLabels: ArrayLike<number> },
): number {
  checkLabelled(options.query, options.queryLabels);
  return accuracy(knnPredictions({ ...options, excludeSelf: false }), options.queryLabels);
}

/** k-NN accuracy of every row against all the others. */
export function leaveOneOutKnnAccuracy(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  k: number,
): number {
  const predictions = knnPredictions({
    reference: embeddings,
    referenceLabels: labels,
    query: embeddings,
    k,
    excludeSelf: true,
  });
  return accuracy(predictions, labels);
}
