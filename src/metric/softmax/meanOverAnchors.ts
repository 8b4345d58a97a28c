import { type Candidates, type SoftmaxForm, anchorSoftmax, SUP_CON } from './anchorSoftmax.ts';
import type { SimilarityMatrix } from './similarityMatrix.ts';

type Matrix = Pick<SimilarityMatrix, 'values' | 'rows' | 'columns'>;

/** A loss of a matrix of similarities, whose rows are anchors. */
export interface MatrixLoss {
  /** The mean over the anchors that take part; 0 where none does. */
  readonly loss: number;
  /** In the order of the rows; NaN for an anchor that takes no part. */
  readonly perAnchor: Float64Array;
  /** ∂loss/∂similarity, rows × columns. */
  readonly slopes: Float64Array;
  /** ∂loss/∂scale, of the scale that similarities are multiplied by. */
  readonly scaleSlope: number;
}

/**
 * What an anchor costs by its logits, with ∂/∂logit added to `slopes`; undefined where it takes no part.
 */
type AnchorLoss = (row: number, logits: Float64Array, slopes: Float64Array) => number | undefined;

/**
 * The mean of what the anchors cost, each by its row of similarities times the scale. O(rows · columns)
 * time and memory beside what an anchor takes.
 */
export function meanOverAnchors(
  { values, rows, columns }: Matrix,
  scale: number,
  lossOf: AnchorLoss,
): MatrixLoss {
  const perAnchor = new Float64Array(rows).fill(Number.NaN);
  const slopes = new Float64Array(values.length);
  let [sum, count] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * columns, (row + 1) * columns];
    const logits = values.subarray(from, to).map((value) => scale * value);
    const loss = lossOf(row, logits, slopes.subarray(from, to));
    if (loss === undefined) continue;
    perAnchor[row] = loss;
    sum += loss;
    count++;
  }
  let scaleSlope = 0;
  for (let at = 0; at < slopes.length; at++) {
    slopes[at]! /= Math.max(1, count);
    scaleSlope += slopes[at]! * values[at]!;
    slopes[at]! *= scale;
  }
  return { loss: sum / Math.max(1, count), perAnchor, slopes, scaleSlope };
}

/** Such a loss of a softmax. */
export interface ContrastLoss extends MatrixLoss {
  /** Of the softmax in the denominator, for every anchor and candidate; 0 for what is none. */
  readonly shares: Float64Array;
}

/** The mean loss of anchors that each ask for their positives in a softmax over their candidates. */
export function contrast(
  matrix: Matrix,
  scale: number,
  candidatesOf: (row: number) => Candidates | undefined,
  form: SoftmaxForm = SUP_CON,
): ContrastLoss {
  const shares = new Float64Array(matrix.values.length);
  const found = meanOverAnchors(matrix, scale, (row, logits, slopes) => {
    const candidates = candidatesOf(row);
    if (!candidates) return undefined;
    const { loss, pulls } = anchorSoftmax(logits, candidates, form, slopes);
    shares.set(slopes, row * matrix.columns);
    pulls.forEach((pull, k) => {
      shares[row * matrix.columns + candidates.positives[k]!]! += pull;
    });
    return loss;
  });
  return { ...found, shares };
}
