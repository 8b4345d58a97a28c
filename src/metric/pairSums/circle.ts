import { softplus } from '../margin.ts';
import { type BatchSimilarities, logSum, type PairRule } from './pairRule.ts';

interface CircleOptions {
  /** m: positives are asked for a similarity of 1 - m, negatives for one of m. */
  readonly margin: number;
  /** γ. */
  readonly scale: number;
}

interface Pairs extends CircleOptions, BatchSimilarities {
  /** The places of the pairs in the matrix, each with whether it is one of positives. */
  readonly places: readonly number[];
  readonly isPositive: (place: number) => boolean;
}

/**
 * ln(1 + Σ exp(positives) Σ exp(negatives)) over some pairs, each weighted by how far it is from where
 * it should be. `slopes` receives `share` of its gradient, in which the weights are constants.
 */
function circleOf(pairs: Pairs, slopes: Float64Array, share = 1): number {
  const { values, places, isPositive, margin, scale } = pairs;
  const sides = [true, false].map((positive) => {
    const own = places.filter((place) => isPositive(place) === positive);
    // γ and the pair's weight, with its sign.
    const pulls = Float64Array.from(own, (place) =>
      positive
        ? -scale * Math.max(1 + margin - values[place]!, 0)
        : scale * Math.max(values[place]! + margin, 0),
    );
    const wanted = positive ? 1 - margin : margin;
    return { own, pulls, ...logSum(pulls.map((pull, k) => pull * (values[own[k]!]! - wanted))) };
  });
  const excess = sides[0]!.total + sides[1]!.total;
  const slope = share / (1 + Math.exp(-excess));
  for (const { own, pulls, shares } of sides)
    own.forEach((place, k) => {
      slopes[place]! += slope * pulls[k]! * shares[k]!;
    });
  return softplus(excess);
}

/** The places of an anchor's pairs in the matrix, or with `later` those with later rows only. */
const placesOf = (anchor: number, rows: number, later = false): number[] =>
  Array.from({ length: rows }, (_, row) => anchor * rows + row).filter((_, row) =>
    later ? row > anchor : row !== anchor,
  );

/**
 * Circle loss (Sun et al. 2020) in one sum over all unordered pairs of the batch, as in the paper. Its
 * gradient takes the pairs' weights for constants, as public code does: it is not the derivative of the
 * loss. 0 without a positive or without a negative pair.
 */
export const circleOfBatch =
  (options: CircleOptions): PairRule =>
  (batch) => {
    const { rows, of, values } = batch;
    const places = Array.from({ length: rows }, (_, row) => placesOf(row, rows, true)).flat();
    const isPositive = (place: number) => of[Math.floor(place / rows)] === of[place % rows];
    const slopes = new Float64Array(values.length);
    const loss = circleOf({ ...batch, ...options, places, isPositive }, slopes);
    return { loss, terms: Float64Array.of(loss), slopes };
  };

/**
 * Circle loss with one sum for each anchor, and the mean over those that are not 0, as in
 * pytorch-metric-learning. An anchor without a positive or a negative is 0; so is the loss where all are.
 * The weights are constants in the gradient, as in `circleOfBatch`.
 */
export const circleOfAnchors =
  (options: CircleOptions): PairRule =>
  (batch) => {
    const { rows, of, values } = batch;
    const slopes = new Float64Array(values.length);
    const terms = new Float64Array(rows);
    for (let anchor = 0; anchor < rows; anchor++) {
      const isPositive = (place: number) => of[anchor] === of[place % rows];
      const places = placesOf(anchor, rows);
      terms[anchor] = circleOf({ ...batch, ...options, places, isPositive }, slopes);
    }
    const active = Math.max(1, terms.filter((term) => term > 0).length);
    const loss = terms.reduce((sum, term) => sum + term, 0) / active;
    return { loss, terms, slopes: slopes.map((slope) => slope / active) };
  };
