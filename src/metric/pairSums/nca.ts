import { softplus } from '../margin.ts';
import { type LogSum, logSum, type PairRule } from './pairRule.ts';

interface NcaOptions {
  /** What similarities are multiplied by: 1 over the temperature. */
  readonly scale: number;
  /**
   * Whether an anchor whose probability is too small for a float64 is left out of the mean, as in
   * pytorch-metric-learning, where such an anchor costs nothing.
   */
  readonly leavesOutVanished?: boolean;
}

/**
 * Neighbourhood component analysis (Goldberger et al. 2004) as a loss: for every anchor -ln of the
 * probability that all its positives have together in a softmax over all other rows, and the mean over
 * the anchors that have a positive. NaN where none has; 0 with fewer than two rows.
 */
export const nca =
  ({ scale, leavesOutVanished = false }: NcaOptions): PairRule =>
  ({ values, rows, of }) => {
    const slopes = new Float64Array(values.length);
    const terms = new Float64Array(rows).fill(rows < 2 ? 0 : Number.NaN);
    let sum = 0;
    let kept = 0;
    for (let i = 0; i < rows; i++) {
      const [positives, negatives] = [true, false].map((positive) =>
        logSum(
          Float64Array.from({ length: rows }, (_, j) =>
            j === i || (of[j] === of[i]) !== positive
              ? Number.NEGATIVE_INFINITY
              : scale * values[i * rows + j]!,
          ),
        ),
      ) as [LogSum, LogSum];
      if (positives.total === Number.NEGATIVE_INFINITY) continue;
      // -ln P/(P + N), which loses no digits where it is small.
      const excess = negatives.total - positives.total;
      const term = softplus(excess);
      if (leavesOutVanished && Math.exp(-term) === 0) continue;
      terms[i] = term;
      sum += term;
      kept++;
      const missed = scale / (1 + Math.exp(-excess));
      for (let j = 0; j < rows; j++)
        slopes[i * rows + j] = missed * (negatives.shares[j]! - positives.shares[j]!);
    }
    const loss = rows < 2 ? 0 : sum / kept;
    return { loss, terms, slopes: slopes.map((slope) => slope / Math.max(1, kept)) };
  };
