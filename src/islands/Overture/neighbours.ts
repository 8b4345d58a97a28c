import { knnPredictions } from '#metric/evaluation/knn.ts';
import { nearestNeighbours } from '#metric/evaluation/neighbours.ts';
import type { Instant } from './drift.ts';

/** As many as the recorded accuracy asks. */
export const NEIGHBOURS = 5;

export interface Verdict {
  /** The nearest other digits, nearest first. */
  readonly nearest: readonly number[];
  /** The label that most of them have. */
  readonly vote: number;
}

/** What a digit's nearest neighbours say that it is. */
export function verdictOn(row: number, { xs, ys }: Instant, labels: Uint8Array): Verdict {
  const others = Array.from(labels.keys()).filter((other) => other !== row);
  const embeddingsOf = (rows: readonly number[]) => ({
    values: Float64Array.from(rows.flatMap((index) => [xs[index]!, ys[index]!])),
    rows: rows.length,
    dims: 2,
  });
  const query = embeddingsOf([row]);
  const reference = embeddingsOf(others);
  const referenceLabels = others.map((other) => labels[other]!);
  const nearest = nearestNeighbours({ reference, query, k: NEIGHBOURS, excludeSelf: false });
  const [vote] = knnPredictions({ reference, referenceLabels, query, k: NEIGHBOURS });
  return { nearest: Array.from(nearest, (index) => others[index]!), vote: vote! };
}
