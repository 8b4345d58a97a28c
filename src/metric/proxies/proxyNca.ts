import type { Embeddings } from '../embeddings.ts';
import { normalisationGradient, normaliseRows } from '../normalise.ts';
import { type ClassLosses, checkOwned, type OwnedSamples } from './classSoftmax.ts';
import { crossEntropy } from './crossEntropy.ts';

export interface ProxyNcaOptions {
  /** What squared distances are multiplied by. Default 1. */
  readonly scale?: number;
  /** What unit samples and unit proxies are multiplied by before distances are taken. Default 1. */
  readonly scalingX?: number;
  readonly scalingP?: number;
  readonly labelSmoothing?: number;
  /** Whether both are divided by their length first. Default: yes. */
  readonly unit?: boolean;
}

const times = (values: ArrayLike<number>, factor: number) =>
  Float64Array.from(values, (value) => factor * value);

/** Minus the squared distances of each row to each proxy, times the scale. */
function logitsOf(x: Float64Array, p: Float64Array, dims: number, scale: number): Float64Array {
  const [rows, columns] = [x.length / dims, p.length / dims];
  const logits = new Float64Array(rows * columns);
  for (let at = 0; at < logits.length; at++) {
    const [u, v] = [Math.floor(at / columns) * dims, (at % columns) * dims];
    for (let d = 0; d < dims; d++) logits[at]! -= scale * (x[u + d]! - p[v + d]!) ** 2;
  }
  return logits;
}

/** From the slopes by the logits to the gradients at both ends of each distance. */
function backward(
  x: Float64Array,
  p: Float64Array,
  dims: number,
  slopes: Float64Array,
  scale: number,
) {
  const [left, right] = [new Float64Array(x.length), new Float64Array(p.length)];
  const columns = p.length / dims;
  for (let at = 0; at < slopes.length; at++) {
    const [u, v] = [Math.floor(at / columns) * dims, (at % columns) * dims];
    for (let d = 0; d < dims; d++) {
      const pull = 2 * scale * slopes[at]! * (x[u + d]! - p[v + d]!);
      left[u + d]! -= pull;
      right[v + d]! += pull;
    }
  }
  return { left, right };
}

/**
 * Proxy-NCA (Movshovitz-Attias et al. 2017) as pytorch-metric-learning and dichotomies have it: a
 * softmax over minus the squared distances to one proxy for each class, the own one in the denominator
 * too (the paper leaves it out). Of unit vectors a squared distance is 2 − 2 cos, so that it is the
 * normalised softmax at twice the scale. dichotomies' own form multiplies both sides before distances
 * are taken (scalingX, scalingP) and smooths labels. O(B C D) time. Throws on a scale that is not
 * above 0, on smoothing outside 0 to 1, and on samples without a proxy.
 */
export function proxyNca(
  samples: OwnedSamples,
  proxies: Embeddings,
  { scale = 1, scalingX = 1, scalingP = 1, labelSmoothing = 0, unit = true }: ProxyNcaOptions,
): ClassLosses {
  for (const factor of [scale, scalingX, scalingP])
    if (!(factor > 0 && Number.isFinite(factor)))
      throw new RangeError(`a scale must be a finite number above 0, not ${factor}`);
  if (!(labelSmoothing >= 0 && labelSmoothing < 1))
    throw new RangeError(`label smoothing must be from 0 to below 1, not ${labelSmoothing}`);
  checkOwned(samples, proxies);
  if (samples.dims !== proxies.dims)
    throw new RangeError(
      `samples and proxies need the same dimensions, not ${samples.dims} and ${proxies.dims}`,
    );
  const { dims } = samples;
  const x = times(unit ? normaliseRows(samples) : samples.values, scalingX);
  const p = times(unit ? normaliseRows(proxies) : proxies.values, scalingP);
  const logits = logitsOf(x, p, dims, scale);
  const { losses, shares, slopes } = crossEntropy(logits, samples.own, labelSmoothing);
  const { left, right } = backward(x, p, dims, slopes, scale);
  const [gradient, vectorGradient] = [times(left, scalingX), times(right, scalingP)];
  if (!unit) return { losses, shares, gradient, vectorGradient };
  return {
    losses,
    shares,
    gradient: normalisationGradient(samples, gradient),
    vectorGradient: normalisationGradient(proxies, vectorGradient),
  };
}
