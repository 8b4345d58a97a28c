/** Losses of public code, each as a function of a small batch. */
import { type BatchLossConfig, createBatchLoss } from '#metric/batchLoss.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { lookUp } from '#metric/lookUp.ts';
import { measurePairs } from '#metric/pairSums/measurePairs.ts';
import type { PairRule } from '#metric/pairSums/pairRule.ts';
import { similarities } from '#metric/similarities/registry.ts';

export interface NamedBatch {
  readonly rows: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

export type LossOf = (batch: NamedBatch) => number;

/** At which all of them are computed, unless it is said. */
export const TEMPERATURE = 0.5;

const embeddingsOf = ({ rows }: NamedBatch): Embeddings => ({
  values: Float64Array.from(rows.flat()),
  rows: rows.length,
  dims: rows[0]!.length,
});

/** One of the registry; the reducer is the mean over all. */
export const ofRegistry =
  (config: Partial<BatchLossConfig> & Pick<BatchLossConfig, 'loss'>): LossOf =>
  (batch) =>
    createBatchLoss({ normalise: false, reducer: 'mean', temperature: TEMPERATURE, ...config })(
      embeddingsOf(batch),
      batch.labels,
      () => 0,
    ).loss;

/** One of the cosines of the batch. */
export const ofPairs =
  (rule: PairRule): LossOf =>
  (batch) => {
    const similarity = lookUp(similarities, 'similarity', 'cosine');
    return measurePairs(embeddingsOf(batch), batch.labels, { similarity, normalise: true }, rule)
      .loss;
  };

/** One of two views, which the batch has one after the other. */
export const ofViews =
  (of: (one: Embeddings, other: Embeddings) => { readonly loss: number }): LossOf =>
  ({ rows, labels }) => {
    const half = rows.length / 2;
    const [one, other] = [rows.slice(0, half), rows.slice(half)].map((view) =>
      embeddingsOf({ rows: view, labels }),
    );
    return of(one!, other!).loss;
  };

/** The second views first. */
export const turned = ({ rows, labels }: NamedBatch): NamedBatch => {
  const half = rows.length / 2;
  return { rows: [...rows.slice(half), ...rows.slice(0, half)], labels };
};
