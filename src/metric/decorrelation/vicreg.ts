import {
  centred,
  type PairedLoss,
  type PairedViews,
  productsOf,
  timesMatrix,
} from './pairedViews.ts';

export interface VicregWeights {
  /** λ: of the distance between two views of a sample. */
  readonly invariance: number;
  /** μ: of what the standard deviation of a coordinate lacks of 1. */
  readonly variance: number;
  /** ν: of what coordinates tell of one another. */
  readonly covariance: number;
}

/** Beneath the root of the variance, so that its slope is finite (Bardes et al. 2022). */
export const VICREG_EPSILON = 1e-4;

/** The variance and covariance terms of one view, weighted, and their gradient. */
function spreadOf(
  values: Float64Array,
  { rows, dims }: PairedViews,
  { variance, covariance }: VicregWeights,
  epsilon: number,
) {
  const from = centred(values, rows, dims);
  const covariances = productsOf(from, from, rows, dims).map((sum) => sum / (rows - 1));
  const gradient = timesMatrix(
    from,
    covariances.map((value, at) =>
      at % (dims + 1) === 0 ? 0 : (4 * covariance * value) / (dims * (rows - 1)),
    ),
    rows,
    dims,
  );
  let hinge = 0;
  let offDiagonal = 0;
  for (let k = 0; k < dims; k++) {
    const std = Math.sqrt(covariances[k * dims + k]! + epsilon);
    hinge += Math.max(0, 1 - std);
    if (std < 1) {
      const slope = variance / 2 / (dims * (rows - 1) * std);
      for (let at = k; at < from.length; at += dims) gradient[at]! -= slope * from[at]!;
    }
    for (let l = 0; l < dims; l++) if (l !== k) offDiagonal += covariances[k * dims + l]! ** 2;
  }
  return { cost: ((variance / 2) * hinge + covariance * offDiagonal) / dims, gradient };
}

/**
 * VICReg (Bardes, Ponce and LeCun 2022): λ times the mean square between two views, μ times how much
 * the standard deviation of a coordinate lacks of 1 (unbiased variance, the mean of both views), and ν
 * times the squared covariances of different coordinates (unbiased; their sum over both views, divided
 * by dims). No row is compared with that of another sample. Embeddings are taken as they are, of any
 * length. One pair has no variance: NaN. O(rows · dims²) time.
 */
export function vicreg(
  views: PairedViews,
  weights: VicregWeights,
  epsilon: number = VICREG_EPSILON,
): PairedLoss {
  const { first, second, rows, dims } = views;
  const spreads = [first, second].map((view) => spreadOf(view, views, weights, epsilon));
  const shared = spreads.reduce((sum, { cost }) => sum + cost, 0);
  const losses = new Float64Array(rows).fill(shared);
  const own = new Float64Array(first.length);
  for (let at = 0; at < first.length; at++) {
    const gap = first[at]! - second[at]!;
    losses[Math.floor(at / dims)]! += (weights.invariance * gap * gap) / dims;
    own[at] = (2 * weights.invariance * gap) / dims;
  }
  return {
    losses,
    own: [own, own.map((slope) => -slope)],
    shared: [spreads[0]!.gradient, spreads[1]!.gradient],
  };
}
