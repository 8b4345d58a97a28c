import { checkEmbeddings, type Embeddings } from '../embeddings.ts';
import { centroidOf } from '../centroid.ts';

/**
 * The share of a loss's force that shrinks the whole cloud: the cosine between the loss's gradient
 * (rows × dims, at these embeddings) and the embeddings themselves, measured from their centroid.
 * 1 when descent does nothing but shrink, 0 when the size stays, -1 when it does nothing but grow.
 * Embeddings that the loss divides by their length are to be given with length 1, and the gradient
 * as the loss sees it there. Our own measure: it is `scaleDerivative` with both lengths divided out,
 * so that neither the size of the cloud nor that of the gradient counts. 0 where either has no
 * length. Throws when embeddings and gradient do not fit each other.
 */
export function radialShare(embeddings: Embeddings, gradient: ArrayLike<number>): number {
  checkEmbeddings(embeddings);
  const { values, dims } = embeddings;
  if (gradient.length !== values.length)
    throw new RangeError(
      `${values.length} embedding values need as many gradient values, not ${gradient.length}`,
    );
  const centroid = centroidOf(embeddings);
  let product = 0;
  let size = 0;
  let force = 0;
  for (let i = 0; i < values.length; i++) {
    const radius = values[i]! - centroid[i % dims]!;
    product += radius * gradient[i]!;
    size += radius ** 2;
    force += gradient[i]! ** 2;
  }
  // Each by its own root: the product of two tiny squares would be lost.
  const lengths = Math.sqrt(size) * Math.sqrt(force);
  return lengths > 0 ? product / lengths : 0;
}
