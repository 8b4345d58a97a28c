import { logSumExp } from '../softmax/softmax.ts';

/** Every similarity of a labelled batch, rows × rows, row after row. */
export interface BatchSimilarities {
  readonly values: Float64Array;
  readonly rows: number;
  /** The class of each row. */
  readonly of: Int32Array;
}

/** What a loss makes of the similarities of a batch. */
export interface PairTally {
  readonly loss: number;
  /** What it is a mean of, one each anchor or each ordered pair of positives; NaN for what is left out. */
  readonly terms: Float64Array;
  /** ∂loss/∂similarity, rows × rows. */
  readonly slopes: Float64Array;
}

/** A loss as a function of the similarities of a batch. */
export type PairRule = (similarities: BatchSimilarities) => PairTally;

export interface LogSum {
  /** ln Σ exp; -Infinity of nothing. */
  readonly total: number;
  /** Of each in the sum: together 1, or all 0 of nothing. */
  readonly shares: Float64Array;
}

/** Sums the exponentials of logits, among which -Infinity stands for what is not in the sum. */
export function logSum(logits: Float64Array): LogSum {
  const total = logSumExp(logits);
  const shares =
    total === Number.NEGATIVE_INFINITY
      ? new Float64Array(logits.length)
      : logits.map((logit) => Math.exp(logit - total));
  return { total, shares };
}
