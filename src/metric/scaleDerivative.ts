import type { Embeddings } from './embeddings.ts';

/**
 * d loss(s · embeddings) / ds at s = 1: whether growing the whole cloud raises the loss (positive:
 * descent shrinks it) or lowers it (negative: descent expands it). By the chain rule it is the inner
 * product of the embeddings with their gradient. For a triplet loss it is the sum of the active
 * triplets' votes, reduced like the loss.
 */
export function scaleDerivative({ values }: Embeddings, gradient: ArrayLike<number>): number {
  if (gradient.length !== values.length)
    throw new RangeError(
      `${values.length} embedding values need as many gradient values, not ${gradient.length}`,
    );
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * gradient[i]!;
  return sum;
}

/**
 * What one triplet with hinge loss says about the scale: (d_ap - d_an), times 2 with squared
 * distances, or 0 when its loss is zero. A hard triplet votes for shrinking, or abstains where both
 * distances are the same; a semi-hard one always votes for expanding.
 */
export function scaleVote(
  { hinge, dAP, dAN }: { readonly hinge: number; readonly dAP: number; readonly dAN: number },
  squared: boolean,
): number {
  return hinge > 0 ? (squared ? 2 : 1) * (dAP - dAN) : 0;
}
