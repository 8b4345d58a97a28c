import type { Embeddings } from '../metric/embeddings.ts';
import { leaveOneOutKnnAccuracy } from '../metric/evaluation/knn.ts';
import { recallAtK } from '../metric/evaluation/recall.ts';

const NEIGHBOURS = 5;

export interface Evaluation {
  /** Share of held-out digits whose nearest other held-out digit has the same label. */
  readonly recallAt1: number;
  /** Share of held-out digits that their five nearest other held-out digits vote for rightly. */
  readonly knnAccuracy: number;
  /** Root mean square distance of the held-out digits from their centre. */
  readonly spread: number;
}

/** Root mean square distance from the centre, plain. */
export function spreadOf({ values, rows, dims }: Embeddings): number {
  let sum = 0;
  for (let dim = 0; dim < dims; dim++) {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += values[row * dims + dim]! / rows;
    for (let row = 0; row < rows; row++) sum += (values[row * dims + dim]! - mean) ** 2;
  }
  return Math.sqrt(sum / rows);
}

/** Judges an embedding by itself, each digit by the others (leave-one-out). */
export function evaluate(embeddings: Embeddings, labels: ArrayLike<number>): Evaluation {
  return {
    recallAt1: recallAtK(embeddings, labels, 1),
    knnAccuracy: leaveOneOutKnnAccuracy(embeddings, labels, NEIGHBOURS),
    spread: spreadOf(embeddings),
  };
}
