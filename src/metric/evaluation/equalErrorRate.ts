import type { RocCurve } from './roc.ts';

/**
 * The equal error rate, where false accepts are as frequent as false rejects: `interpolated` on the
 * straight lines between the points of the ROC curve, `nearestPoint` as the mean of both rates at
 * the threshold where they differ least (of several the strictest). NaN without pairs of a kind.
 */
export function equalErrorRate({ far, tar }: RocCurve): {
  readonly interpolated: number;
  readonly nearestPoint: number;
} {
  /** False accepts minus false rejects: ascends from -1 to 1 along the curve. */
  const excess = (i: number) => far[i]! - (1 - tar[i]!);
  let nearest = 0;
  for (let i = 1; i < far.length; i++)
    if (Math.abs(excess(i)) < Math.abs(excess(nearest))) nearest = i;
  const nearestPoint = (far[nearest]! + 1 - tar[nearest]!) / 2;

  let after = 0;
  while (excess(after) < 0) after++;
  const share = -excess(after - 1) / (excess(after) - excess(after - 1));
  return {
    interpolated: far[after - 1]! + share * (far[after]! - far[after - 1]!),
    nearestPoint,
  };
}
