import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { squaredDistance } from '../pairwise.ts';
import type { Measured } from './measured.ts';

/** Visits the unordered pairs of rows of one group with their squared distance. */
function forEachPositive(
  { values, rows, dims }: Embeddings,
  groups: ArrayLike<number>,
  visit: (i: number, j: number, square: number) => void,
): void {
  const row = (i: number) => values.subarray(i * dims, (i + 1) * dims);
  for (let i = 0; i < rows; i++)
    for (let j = i + 1; j < rows; j++)
      if (groups[i] === groups[j]) visit(i, j, squaredDistance(row(i), row(j)));
}

/**
 * How near positives are to one another: the mean of d^alpha over the unordered pairs of rows of one
 * group, with the plain distance d (Wang and Isola 2020, for two views of each sample). It is meant for
 * rows of length 1, and takes them as they are. NaN without such a pair; coincident rows have gradient 0.
 * Throws when groups and embeddings do not fit each other, or alpha is not above 0.
 */
export function alignment(embeddings: Embeddings, groups: ArrayLike<number>, alpha = 2): Measured {
  checkLabelled(embeddings, groups);
  if (!(alpha > 0 && Number.isFinite(alpha)))
    throw new RangeError(`an exponent of alignment must be a finite number above 0, not ${alpha}`);
  const { values, dims } = embeddings;
  let sum = 0;
  let pairs = 0;
  forEachPositive(embeddings, groups, (_i, _j, square) => {
    sum += square ** (alpha / 2);
    pairs++;
  });
  return {
    value: sum / pairs,
    gradient() {
      const gradient = new Float64Array(values.length);
      forEachPositive(embeddings, groups, (i, j, square) => {
        if (square === 0) return;
        const slope = (alpha * square ** (alpha / 2 - 1)) / pairs;
        for (let d = 0; d < dims; d++) {
          const push = slope * (values[i * dims + d]! - values[j * dims + d]!);
          gradient[i * dims + d]! += push;
          gradient[j * dims + d]! -= push;
        }
      });
      return gradient;
    },
  };
}
