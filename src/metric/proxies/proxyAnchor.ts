import type { Embeddings } from '../embeddings.ts';
import { logSumExp } from '../softmax/softmax.ts';
import { similarityMatrix } from '../softmax/similarityMatrix.ts';
import { checkOwned, type OwnedSamples } from './classSoftmax.ts';

export interface ProxyAnchorOptions {
  /** By which a cosine should pass 0 on its side. Default 0.1, as in the paper. */
  readonly margin?: number;
  /** What cosines are multiplied by. Default 32. */
  readonly alpha?: number;
}

export interface ProxyAnchorLoss {
  readonly loss: number;
  /** The part of the pull, a mean over proxies with a sample in the batch. */
  readonly positiveTerm: number;
  /** The part of the push, a mean over all proxies. */
  readonly negativeTerm: number;
  readonly proxiesWithPositive: number;
  readonly gradient: Float64Array;
  readonly vectorGradient: Float64Array;
}

/** ln(1 + Σ e^x) over one column of logits where it is let through; slopes receive its derivatives times a weight. */
function columnTerm(
  logits: Float64Array,
  slopes: Float64Array,
  lets: (at: number) => boolean,
  weight: number,
): number {
  const some = logSumExp(logits, lets);
  const all = Math.max(0, some) + Math.log1p(Math.exp(-Math.abs(some)));
  if (some === Number.NEGATIVE_INFINITY) return 0;
  for (let i = 0; i < logits.length; i++)
    if (lets(i)) slopes[i] = weight * Math.exp(logits[i]! - all);
  return weight * all;
}

/**
 * Proxy-Anchor (Kim et al. 2020): each class's proxy is an anchor for all samples of the batch, as
 * positives ln(1 + Σ e^(−α(cos − m))), as negatives ln(1 + Σ e^(α(cos + m))). The first is averaged over the
 * proxies that have a sample in the batch, the second over all (also in pytorch-metric-learning); a sum
 * over nothing is 0, and so is the loss of no sample. Gradients are with respect to the raw rows.
 * O(B C D) time. Throws on an alpha that is not above 0 and on samples without a proxy.
 */
export function proxyAnchor(
  samples: OwnedSamples,
  proxies: Embeddings,
  { margin = 0.1, alpha = 32 }: ProxyAnchorOptions = {},
): ProxyAnchorLoss {
  if (!(alpha > 0 && Number.isFinite(alpha)))
    throw new RangeError(`alpha must be a finite number above 0, not ${alpha}`);
  checkOwned(samples, proxies);
  const alike = similarityMatrix(samples, proxies, { ofUnitRows: true });
  const { rows, columns } = alike;
  const present = new Set(Array.from(samples.own)).size;
  const slopes = new Float64Array(rows * columns);
  let [positiveTerm, negativeTerm] = [0, 0];
  for (let j = 0; j < columns; j++) {
    const isOwn = (i: number) => samples.own[i] === j;
    const logits = Float64Array.from({ length: rows }, (_, i) => {
      const cosine = alike.values[i * columns + j]!;
      return isOwn(i) ? -alpha * (cosine - margin) : alpha * (cosine + margin);
    });
    const pushes = new Float64Array(rows);
    positiveTerm += columnTerm(logits, pushes, isOwn, 1 / present);
    negativeTerm += columnTerm(logits, pushes, (i) => !isOwn(i), 1 / columns);
    for (let i = 0; i < rows; i++)
      slopes[i * columns + j] = (isOwn(i) ? -alpha : alpha) * pushes[i]!;
  }
  const { left, right } = alike.gradients(slopes);
  return {
    loss: positiveTerm + negativeTerm,
    positiveTerm,
    negativeTerm,
    proxiesWithPositive: present,
    gradient: left,
    vectorGradient: right,
  };
}
