import type { Embeddings } from '../embeddings.ts';
import { anchorSoftmax } from './anchorSoftmax.ts';
import { blockSimilarities } from './blockSimilarities.ts';
import { type MatrixLoss, meanOverAnchors } from './meanOverAnchors.ts';
import { similarityMatrix } from './similarityMatrix.ts';
import { softmax } from './softmax.ts';
import { checkTemperature } from './temperature.ts';
import { ofItself, stackViews, unstack } from './views.ts';

interface DecoupledOptions {
  readonly temperature: number;
  /** Of the von Mises-Fisher weights of the positive pairs; without it all weigh 1. */
  readonly sigma?: number;
}

/** Anchors are the rows of the first view and then of the second; candidates are the same rows. */
export interface TwoViewLoss extends MatrixLoss {
  readonly gradients: readonly [one: Float64Array, other: Float64Array];
}

/** For the rows of two views of so many samples: the other view of the row's sample, and all of other samples. */
export const otherViewOf = (samples: number) => (row: number) => {
  const own = row % samples;
  return {
    positives: [(row + samples) % (2 * samples)],
    negatives: Array.from({ length: 2 * samples }, (_, other) => other).filter(
      (other) => other % samples !== own,
    ),
  };
};

/** Compares two views, stacked, with themselves; the gradients are those of each. */
export function comparedViews(one: Embeddings, other: Embeddings) {
  const all = stackViews([one, other]);
  const matrix = similarityMatrix(all, all, { ofUnitRows: true });
  return {
    matrix,
    gradientsOf(slopes: Float64Array) {
      const [first, second] = unstack(ofItself(matrix.gradients(slopes)), 2);
      return [first!, second!] as const;
    },
  };
}

/** 2 − N · softmax(cos(u_i, v_i) / σ): a pair that is alike already counts less. */
function pairWeights(one: Embeddings, other: Embeddings, sigma: number): Float64Array {
  const { values } = blockSimilarities(one, other, { ofUnitRows: true });
  return softmax(values, sigma).map((share) => 2 - one.rows * share);
}

/**
 * The decoupled contrastive loss of two views (Yeh et al. 2022): NT-Xent without the positive in the
 * denominator, so that it has no lower bound and a pair that is nearly right still pulls; the mean over
 * the 2N anchors. With `sigma` the positive of a pair counts by its von Mises-Fisher weight, which is
 * a constant of the gradient (as lightly has it). A single sample has no negative: -Infinity. Throws
 * where the views are not of one shape.
 */
export function decoupled(
  one: Embeddings,
  other: Embeddings,
  { temperature, sigma }: DecoupledOptions,
): TwoViewLoss {
  checkTemperature(temperature);
  if (sigma !== undefined) checkTemperature(sigma, 'sigma');
  const { matrix, gradientsOf } = comparedViews(one, other);
  const samples = one.rows;
  const candidatesOf = otherViewOf(samples);
  const weights = sigma === undefined ? undefined : pairWeights(one, other, sigma);
  const found = meanOverAnchors(matrix, 1 / temperature, (row, logits, slopes) => {
    const candidates = candidatesOf(row);
    const form = { mean: 'outside', denominator: 'none' } as const;
    const { loss } = anchorSoftmax(logits, candidates, form, slopes);
    if (!weights) return loss;
    const positive = candidates.positives[0]!;
    const spared = 1 - weights[row % samples]!;
    slopes[positive]! += spared;
    return loss + spared * logits[positive]!;
  });
  return { ...found, gradients: gradientsOf(found.slopes) };
}
