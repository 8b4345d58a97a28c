import type { Embeddings } from '../embeddings.ts';
import { oneOf } from './infoNce.ts';
import { type ContrastLoss, contrast } from './meanOverAnchors.ts';
import { similarityMatrix } from './similarityMatrix.ts';
import { checkPaired } from './views.ts';

interface ScaleOptions {
  /** Similarities are multiplied by it: 1/T. CLIP learns its logarithm. */
  readonly logitScale: number;
  /** Whether rows are divided by their length first. Default: yes. */
  readonly ofUnitRows?: boolean;
}

interface ClipLoss {
  readonly loss: number;
  readonly gradients: readonly [one: Float64Array, other: Float64Array];
  /** ∂loss/∂logitScale; times the scale it is that of its logarithm. */
  readonly logitScaleGradient: number;
  /** ∂loss/∂similarity, N × N. */
  readonly slopes: Float64Array;
  /** From the first set to the second, and back: there the rows are those of the second. */
  readonly directions: readonly [there: ContrastLoss, back: ContrastLoss];
}

const transposed = (values: Float64Array, size: number): Float64Array =>
  values.map((_, at) => values[(at % size) * size + Math.floor(at / size)]!);

/**
 * CLIP's loss (Radford et al. 2021) of N pairs: InfoNCE from the first set to the second and from the
 * second to the first, and the mean of the two. A single pair costs 0. O(N² D) time and
 * O(N D + N²) memory. Throws where the sets do not pair up.
 */
export function clip(
  one: Embeddings,
  other: Embeddings,
  { logitScale, ofUnitRows = true }: ScaleOptions,
): ClipLoss {
  checkPaired(one, other);
  const matrix = similarityMatrix(one, other, { ofUnitRows });
  const size = matrix.rows;
  const asked = (values: Float64Array) =>
    contrast({ values, rows: size, columns: size }, logitScale, (row) => oneOf(size, row));
  const there = asked(matrix.values);
  const back = asked(transposed(matrix.values, size));
  const returned = transposed(back.slopes, size);
  const slopes = there.slopes.map((slope, at) => (slope + returned[at]!) / 2);
  const { left, right } = matrix.gradients(slopes);
  return {
    loss: (there.loss + back.loss) / 2,
    gradients: [left, right],
    logitScaleGradient: (there.scaleSlope + back.scaleSlope) / 2,
    slopes,
    directions: [there, back],
  };
}
