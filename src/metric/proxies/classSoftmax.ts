import type { Embeddings } from '../embeddings.ts';
import { normalisationGradient, normaliseRows } from '../normalise.ts';
import { similarityMatrix } from '../softmax/similarityMatrix.ts';
import { crossEntropy } from './crossEntropy.ts';
import { type OwnCosineOf, unchanged } from './ownLogit.ts';

/** Samples with the place of each one's class among the class vectors. */
export interface OwnedSamples extends Embeddings {
  readonly own: ArrayLike<number>;
}

/** What samples cost among class vectors, before any reducer. */
export interface ClassLosses {
  /** Of each sample. */
  readonly losses: Float64Array;
  /** What each class has of a sample's softmax: rows × classes. */
  readonly shares: Float64Array;
  /** ∂(sum of the losses)/∂samples, as they were given. */
  readonly gradient: Float64Array;
  /** ∂(sum of the losses)/∂class vectors, as they were given. */
  readonly vectorGradient: Float64Array;
}

/** Throws where a sample belongs to none of the class vectors. */
export function checkOwned({ own, rows }: OwnedSamples, vectors: Embeddings): void {
  if (own.length !== rows)
    throw new RangeError(`${rows} samples need as many classes, not ${own.length}`);
  for (let i = 0; i < rows; i++)
    if (!(Number.isInteger(own[i]!) && own[i]! >= 0 && own[i]! < vectors.rows))
      throw new RangeError(`class ${own[i]} has no vector: there are ${vectors.rows}, from 0`);
}

export interface ClassSoftmaxOptions {
  /** What cosines are multiplied by. */
  readonly scale: number;
  /** The margin, if any. */
  readonly ownCosine?: OwnCosineOf;
  /** Whether samples are divided by their length too, as class vectors are. Default: yes. */
  readonly unitSamples?: boolean;
  /**
   * A share below which the loss, but not the gradient, takes it as this: insightface has 1e-30, so that
   * no sample costs more than 69.08. Default: none.
   */
  readonly smallestShare?: number;
}

/**
 * Softmax over the cosines of a sample with one vector for each class, times a scale: normalised
 * softmax (Wang et al. 2017, NormFace; Zhai and Wu 2019) and, with a margin on the sample's own
 * class, CosFace and ArcFace. Gradients are with respect to the raw samples and vectors; classes
 * without a sample are negatives all the same. O(B C D) time, O(B C) memory. Throws on a scale that is
 * not above 0 and on samples without a class vector.
 */
export function classSoftmax(
  samples: OwnedSamples,
  vectors: Embeddings,
  { scale, ownCosine = unchanged, unitSamples = true, smallestShare = 0 }: ClassSoftmaxOptions,
): ClassLosses {
  if (!(scale > 0 && Number.isFinite(scale)))
    throw new RangeError(`a scale must be a finite number above 0, not ${scale}`);
  checkOwned(samples, vectors);
  const units = { ...vectors, values: normaliseRows(vectors) };
  const points = unitSamples ? { ...samples, values: normaliseRows(samples) } : samples;
  const alike = similarityMatrix(points, units, { ofUnitRows: false });
  const logits = alike.values.map((cosine) => scale * cosine);
  const slopeOfOwn = new Float64Array(samples.rows);
  for (let i = 0; i < samples.rows; i++) {
    const at = i * vectors.rows + samples.own[i]!;
    const { value, slope } = ownCosine(alike.values[at]!);
    logits[at] = scale * value;
    slopeOfOwn[i] = slope;
  }
  const { losses, shares, slopes } = crossEntropy(logits, samples.own);
  for (let at = 0; at < slopes.length; at++) slopes[at]! *= scale;
  for (let i = 0; i < samples.rows; i++)
    slopes[i * vectors.rows + samples.own[i]!]! *= slopeOfOwn[i]!;
  const { left, right } = alike.gradients(slopes);
  return {
    losses: losses.map((loss) => Math.min(loss, -Math.log(smallestShare))),
    shares,
    gradient: unitSamples ? normalisationGradient(samples, left) : left,
    vectorGradient: normalisationGradient(vectors, right),
  };
}
