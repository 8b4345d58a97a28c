import { logSum, type PairRule } from './pairRule.ts';

/** In units of the distance that is lifted, as in the paper the plain one. */
interface LiftedOptions {
  readonly negativeMargin: number;
  readonly positiveMargin: number;
}

/** ln(e^x + e^y). */
const logAdd = (x: number, y: number): number =>
  Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));

const meanOf = (terms: Float64Array): number =>
  terms.length === 0 ? 0 : terms.reduce((sum, term) => sum + term, 0) / terms.length;

/**
 * Lifted structure loss (Song et al. 2016) of similarities that are minus a distance d: for every ordered
 * pair of positives max(0, ln Σ exp(m_n - d) + d_ap - m_p)²/2, the sum over the negatives of both, and the
 * mean over these pairs. 0 without a positive pair or with one class.
 */
export const lifted =
  ({ negativeMargin, positiveMargin }: LiftedOptions): PairRule =>
  ({ values, rows, of }) => {
    const negatives = Array.from({ length: rows }, (_, i) =>
      logSum(
        Float64Array.from({ length: rows }, (_, j) =>
          of[j] === of[i] ? Number.NEGATIVE_INFINITY : negativeMargin + values[i * rows + j]!,
        ),
      ),
    );
    const slopes = new Float64Array(values.length);
    const terms: number[] = [];
    // What all pairs of a row push on its negatives together.
    const pushes = new Float64Array(rows);
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < rows; j++) {
        if (i === j || of[i] !== of[j]) continue;
        const [own, other] = [negatives[i]!.total, negatives[j]!.total];
        const both = own === Number.NEGATIVE_INFINITY ? own : logAdd(own, other);
        const reach = Math.max(0, both - values[i * rows + j]! - positiveMargin);
        terms.push(reach ** 2 / 2);
        if (reach === 0) continue;
        slopes[i * rows + j]! -= reach;
        pushes[i]! += reach * Math.exp(own - both);
        pushes[j]! += reach * Math.exp(other - both);
      }
    for (let i = 0; i < rows; i++)
      negatives[i]!.shares.forEach((share, j) => {
        slopes[i * rows + j]! += pushes[i]! * share;
      });
    const all = Float64Array.from(terms);
    const pairs = Math.max(1, terms.length);
    return { loss: meanOf(all), terms: all, slopes: slopes.map((slope) => slope / pairs) };
  };

/**
 * The generalised lifted structure loss (Hermans et al. 2017) of similarities that are minus a distance d:
 * for every anchor max(0, ln Σ exp(d_ap - m_p) + ln Σ exp(m_n - d_an)), and the mean over all rows. A sum
 * over nothing counts as 0, so that an anchor that lacks a positive or a negative keeps the other part.
 */
export const generalisedLifted =
  ({ negativeMargin, positiveMargin }: LiftedOptions): PairRule =>
  ({ values, rows, of }) => {
    const slopes = new Float64Array(values.length);
    const terms = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      const sides = [true, false].map((positive) => {
        const logits = Float64Array.from({ length: rows }, (_, j) => {
          if (j === i || (of[j] === of[i]) !== positive) return Number.NEGATIVE_INFINITY;
          const alike = values[i * rows + j]!;
          return positive ? -alike - positiveMargin : negativeMargin + alike;
        });
        const { total, shares } = logSum(logits);
        return { sum: total === Number.NEGATIVE_INFINITY ? 0 : total, shares };
      });
      const [pull, push] = [sides[0]!, sides[1]!];
      terms[i] = Math.max(0, pull.sum + push.sum);
      if (terms[i] === 0) continue;
      for (let j = 0; j < rows; j++)
        slopes[i * rows + j] = (push.shares[j]! - pull.shares[j]!) / rows;
    }
    return { loss: meanOf(terms), terms, slopes };
  };
