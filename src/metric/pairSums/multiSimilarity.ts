import { softplus } from '../margin.ts';
import { logSumExp } from '../softmax/softmax.ts';
import type { BatchSimilarities, PairRule } from './pairRule.ts';

export interface MultiSimilarityOptions {
  /** α and β: how much the least similar positives and the most similar negatives count. */
  readonly positiveScale: number;
  readonly negativeScale: number;
  /** λ: the similarity that positives should be above and negatives below. */
  readonly base: number;
  /** ε of the miner; null where all pairs take part. */
  readonly slack: number | null;
}

/** An anchor's pairs by their similarities. */
export interface AnchorSimilarities {
  readonly anchor: number;
  readonly alike: Float64Array;
  readonly of: Int32Array;
}

/** Throws on scales, a base or a slack that the loss cannot be computed with. */
export function checkMultiSimilarity(options: MultiSimilarityOptions): void {
  const { positiveScale, negativeScale, base, slack } = options;
  for (const [name, scale] of [
    ['α', positiveScale],
    ['β', negativeScale],
  ] as const)
    if (!(scale > 0 && Number.isFinite(scale)))
      throw new RangeError(`${name} must be a finite number above 0, not ${scale}`);
  if (!Number.isFinite(base)) throw new RangeError(`λ must be a finite number, not ${base}`);
  if (slack !== null && !Number.isFinite(slack))
    throw new RangeError(`ε must be a finite number, not ${slack}`);
}

/**
 * Which rows an anchor is compared with. Mined, as in the paper: a positive is kept where it is less
 * similar than the most similar negative plus ε, a negative where it is more similar than the least
 * similar positive less ε, both strictly; an anchor that lacks either keeps nothing.
 */
function keptPairs(
  { anchor, alike, of }: AnchorSimilarities,
  slack: number | null,
): (row: number) => boolean {
  if (slack === null) return (row) => row !== anchor;
  let nearestNegative = Number.NEGATIVE_INFINITY;
  let farthestPositive = Number.POSITIVE_INFINITY;
  for (let j = 0; j < alike.length; j++)
    if (of[j] !== of[anchor]) nearestNegative = Math.max(nearestNegative, alike[j]!);
    else if (j !== anchor) farthestPositive = Math.min(farthestPositive, alike[j]!);
  return (row) =>
    of[row] === of[anchor]
      ? row !== anchor && alike[row]! - slack < nearestNegative
      : alike[row]! + slack > farthestPositive;
}

/** All that the anchors of a batch keep, as [anchor, row], of one class and of two. */
export function keptPairsOfBatch(
  { values, rows, of }: BatchSimilarities,
  slack: number | null,
): Readonly<Record<'positives' | 'negatives', [number, number][]>> {
  const pairs = { positives: [] as [number, number][], negatives: [] as [number, number][] };
  for (let anchor = 0; anchor < rows; anchor++) {
    const alike = values.subarray(anchor * rows, (anchor + 1) * rows);
    const keeps = keptPairs({ anchor, alike, of }, slack);
    for (let row = 0; row < rows; row++)
      if (keeps(row)) pairs[of[row] === of[anchor] ? 'positives' : 'negatives'].push([anchor, row]);
  }
  return pairs;
}

/** What one anchor costs; `slopes` receives ∂/∂similarity to every row. */
export function multiSimilarityOfAnchor(
  pairs: AnchorSimilarities,
  { positiveScale, negativeScale, base, slack }: MultiSimilarityOptions,
  slopes: Float64Array,
): number {
  const { anchor, alike, of } = pairs;
  const keeps = keptPairs(pairs, slack);
  let loss = 0;
  for (const [positive, scale] of [
    [true, -positiveScale],
    [false, negativeScale],
  ] as const) {
    const logits = alike.map((similarity) => scale * (similarity - base));
    const takes = (row: number) => (of[row] === of[anchor]) === positive && keeps(row);
    // ln(1 + Σ exp): where nothing is kept, ln 1.
    const whole = softplus(logSumExp(logits, takes));
    loss += whole / Math.abs(scale);
    for (let j = 0; j < alike.length; j++)
      if (takes(j)) slopes[j]! += Math.sign(scale) * Math.exp(logits[j]! - whole);
  }
  return loss;
}

interface BatchOptions extends MultiSimilarityOptions {
  /**
   * Whether the loss is 0 where at most one positive and one negative pair of the batch are kept, as in
   * pytorch-metric-learning, which takes what its miner hands over for nothing then.
   */
  readonly leavesOutLonePairs?: boolean;
}

/**
 * The multi-similarity loss (Wang et al. 2019): for every anchor ln(1 + Σ exp(-α (s - λ)))/α over its
 * positives and ln(1 + Σ exp(β (s - λ)))/β over its negatives, and the mean over all rows; a row that
 * keeps no pair counts as 0. Its authors always mine; pytorch-metric-learning does where it is told to.
 * Throws on an α or β that is not above 0.
 */
export function multiSimilarity(options: BatchOptions): PairRule {
  checkMultiSimilarity(options);
  return (batch) => {
    const { values, rows, of } = batch;
    const slopes = new Float64Array(values.length);
    const terms = new Float64Array(rows);
    if (options.leavesOutLonePairs) {
      const { positives, negatives } = keptPairsOfBatch(batch, options.slack);
      if (positives.length <= 1 && negatives.length <= 1) return { loss: 0, terms, slopes };
    }
    for (let anchor = 0; anchor < rows; anchor++) {
      const [from, to] = [anchor * rows, (anchor + 1) * rows];
      const alike = values.subarray(from, to);
      terms[anchor] = multiSimilarityOfAnchor(
        { anchor, alike, of },
        options,
        slopes.subarray(from, to),
      );
    }
    const loss = rows === 0 ? 0 : terms.reduce((sum, term) => sum + term, 0) / rows;
    return { loss, terms, slopes: slopes.map((slope) => slope / rows) };
  };
}
