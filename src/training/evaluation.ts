import type { Embeddings } from '#metric/embeddings.ts';
import { cloudRadius } from '#metric/evaluation/cloudRadius.ts';
import { leaveOneOutKnnAccuracy } from '#metric/evaluation/knn.ts';
import { recallAtK } from '#metric/evaluation/recall.ts';
import { rowsOf } from '#data/dataset.ts';

const NEIGHBOURS = 5;

interface Evaluation {
  /** Share of held-out digits whose nearest other held-out digit has the same label. */
  readonly recallAt1: number;
  /** Share of held-out digits that their five nearest other held-out digits (of fewer, all) vote for rightly. */
  readonly knnAccuracy: number;
  /** The radius of the cloud of held-out digits (see `cloudRadius`). */
  readonly spread: number;
}

/** Judges an embedding by itself, each digit by the others (leave-one-out). */
function evaluate(embeddings: Embeddings, labels: ArrayLike<number>): Evaluation {
  return {
    recallAt1: recallAtK(embeddings, labels, 1),
    knnAccuracy: leaveOneOutKnnAccuracy(
      embeddings,
      labels,
      Math.min(NEIGHBOURS, embeddings.rows - 1),
    ),
    spread: cloudRadius(embeddings),
  };
}

/** A judgement of the classes that were trained on and, where there are others, of these by themselves. */
export interface Judgement extends Evaluation {
  readonly unseen?: Evaluation;
}

/** Some rows of an embedding. */
function pick({ values, dims }: Embeddings, rows: Int32Array): Embeddings {
  const picked = new Float64Array(rows.length * dims);
  rows.forEach((row, place) => {
    picked.set(values.subarray(row * dims, (row + 1) * dims), place * dims);
  });
  return { values: picked, rows: rows.length, dims };
}

/**
 * Judges the held-out samples of the trained classes; those of classes that no one trained on are
 * the harder question that faces pose, and are judged apart.
 */
export function judge(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  classes: readonly number[],
): Judgement {
  const seen = rowsOf(labels, classes);
  // Nobody among drawn faces was trained on: they are judged as they are.
  if (seen.length === embeddings.rows || seen.length === 0) return evaluate(embeddings, labels);
  const unseen = Int32Array.from(Array.from(labels).keys()).filter(
    (row) => !classes.includes(labels[row]!),
  );
  const part = (rows: Int32Array) =>
    evaluate(
      pick(embeddings, rows),
      Array.from(rows, (row) => labels[row]!),
    );
  return { ...part(seen), ...(unseen.length > NEIGHBOURS ? { unseen: part(unseen) } : {}) };
}
