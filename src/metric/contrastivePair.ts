import { plain } from './distances/plain.ts';
import { checkMargin } from './margin.ts';
import { squaredDistance } from './pairwise.ts';

/** The contrastive loss of one pair, its parts and its gradient. */
export interface ContrastivePair {
  readonly loss: number;
  /** The plain distance |xi - xj|. */
  readonly distance: number;
  /** y d² */
  readonly pull: number;
  /** (1 - y) max(0, margin - d)² */
  readonly push: number;
  readonly gradI: Float64Array;
  readonly gradJ: Float64Array;
}

/**
 * L = y d² + (1 - y) max(0, margin - d)² with the plain distance d; y = 1 marks a similar pair.
 * Hadsell, Chopra and LeCun 2006 have y the other way round and ½ before both terms. The gradient
 * of a dissimilar pair at d = 0 has no direction and is zero. Throws when the points differ in
 * dimension, y is neither 0 nor 1, or the margin is negative or not finite.
 */
export function contrastivePair(
  xi: ArrayLike<number>,
  xj: ArrayLike<number>,
  y: 0 | 1,
  margin: number,
): ContrastivePair {
  if (xi.length !== xj.length || xi.length === 0)
    throw new RangeError(
      `both points need the same dimensions, at least one, not ${xi.length} and ${xj.length}`,
    );
  if (y !== 0 && y !== 1) throw new RangeError(`y must be 1 (similar) or 0 (dissimilar), not ${y}`);
  checkMargin(margin);

  const distance = Math.sqrt(squaredDistance(xi, xj));
  const inside = distance >= margin ? 0 : margin - distance;
  const pull = y * distance ** 2;
  const push = (1 - y) * inside ** 2;
  const slope = y === 1 ? 2 : -2 * inside * plain.slope(distance);
  const gradI = Float64Array.from(xi, (value, d) => slope * (value - xj[d]!));
  return { loss: pull + push, distance, pull, push, gradI, gradJ: gradI.map((value) => -value) };
}
