import type { Embeddings } from '../embeddings.ts';
import { softplus } from '../margin.ts';
import { type MatrixLoss, meanOverAnchors } from './meanOverAnchors.ts';
import { similarityMatrix } from './similarityMatrix.ts';
import { checkPaired } from './views.ts';

interface SigLipOptions {
  /** Similarities are multiplied by the scale, and the bias is added. Both are learned. */
  readonly logitScale: number;
  readonly logitBias: number;
  /** Whether rows are divided by their length first. Default: yes. */
  readonly ofUnitRows?: boolean;
}

interface SigLipLoss extends MatrixLoss {
  readonly gradients: readonly [one: Float64Array, other: Float64Array];
  readonly logitScaleGradient: number;
  readonly logitBiasGradient: number;
}

/**
 * SigLIP's loss (Zhai et al. 2023) of N pairs, which is no softmax: each of the N² combinations is a
 * question of its own, whether it is a pair. The sum of the N² logistic losses divided by N, as in
 * open_clip (not by N²). O(N² D) time and O(N D + N²) memory. Throws where the sets do not pair up.
 */
export function sigLip(
  one: Embeddings,
  other: Embeddings,
  { logitScale, logitBias, ofUnitRows = true }: SigLipOptions,
): SigLipLoss {
  checkPaired(one, other);
  const matrix = similarityMatrix(one, other, { ofUnitRows });
  let bias = 0;
  const found = meanOverAnchors(matrix, logitScale, (row, logits, slopes) => {
    let sum = 0;
    for (let column = 0; column < logits.length; column++) {
      const sign = column === row ? 1 : -1;
      const excess = -sign * (logits[column]! + logitBias);
      sum += softplus(excess);
      slopes[column] = -sign / (1 + Math.exp(-excess));
      bias += slopes[column]!;
    }
    return sum;
  });
  const { left, right } = matrix.gradients(found.slopes);
  return {
    ...found,
    gradients: [left, right],
    logitScaleGradient: found.scaleSlope,
    logitBiasGradient: bias / Math.max(1, matrix.rows),
  };
}
