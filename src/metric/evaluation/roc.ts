import { acceptsNothing } from './acceptsNothing.ts';

/**
 * Verification: pairs with a score (higher is more similar) that are the same or not. A pair is
 * accepted when its score is at least the threshold.
 */
export interface RocCurve {
  /** False accept rate at each threshold, ascending from 0. */
  readonly far: Float64Array;
  /** True accept rate at each threshold, ascending from 0. */
  readonly tar: Float64Array;
  /** The distinct scores, descending; before them a threshold above all, which accepts nothing. */
  readonly thresholds: Float64Array;
  /** How many pairs are the same. */
  readonly positives: number;
  /** How many are not. */
  readonly negatives: number;
}

/**
 * The ROC curve over every distinct score. Pairs with equal scores are accepted together. Without
 * pairs of a kind, that kind's rate is NaN. Throws when scores and truths differ in number or a score is
 * not a number.
 */
export function rocCurve(scores: ArrayLike<number>, same: ArrayLike<boolean>): RocCurve {
  const { length } = scores;
  if (length !== same.length)
    throw new RangeError(`${length} scores need as many truths, not ${same.length}`);
  for (let i = 0; i < length; i++)
    if (Number.isNaN(scores[i])) throw new TypeError(`score ${i} is not a number`);

  const order = Array.from({ length }, (_, i) => i).sort((i, j) => scores[j]! - scores[i]!);
  const far = [0];
  const tar = [0];
  const thresholds = [length > 0 ? acceptsNothing(scores[order[0]!]!) : Infinity];
  let accepted = 0;
  let trueAccepts = 0;
  for (const i of order) {
    accepted++;
    if (same[i]) trueAccepts++;
    const next = order[accepted];
    if (next !== undefined && scores[next] === scores[i]) continue;
    far.push(accepted - trueAccepts);
    tar.push(trueAccepts);
    thresholds.push(scores[i]!);
  }
  const negatives = length - trueAccepts;
  return {
    far: Float64Array.from(far, (count) => count / negatives),
    tar: Float64Array.from(tar, (count) => count / trueAccepts),
    thresholds: Float64Array.from(thresholds),
    positives: trueAccepts,
    negatives,
  };
}

/** The area under the ROC curve, by trapezoids: ties count half. */
export function areaUnderRoc({ far, tar }: RocCurve): number {
  let area = 0;
  for (let i = 1; i < far.length; i++)
    area += ((far[i]! - far[i - 1]!) * (tar[i]! + tar[i - 1]!)) / 2;
  return area;
}

/**
 * TAR@FAR: the true accept rate at a given false accept rate. `step` takes the best threshold that
 * does not exceed it, `interpolated` the point on the straight line to the next one. Throws on a
 * rate outside [0, 1].
 */
export function tarAtFar(
  { far, tar }: RocCurve,
  rate: number,
): { readonly step: number; readonly interpolated: number } {
  if (!(rate >= 0 && rate <= 1))
    throw new RangeError(`a false accept rate is from 0 to 1, not ${rate}`);
  let last = 0;
  while (last + 1 < far.length && far[last + 1]! <= rate) last++;
  const step = tar[last]!;
  const next = last + 1;
  if (next >= far.length) return { step, interpolated: step };
  const share = (rate - far[last]!) / (far[next]! - far[last]!);
  return { step, interpolated: step + share * (tar[next]! - step) };
}

/**
 * The area under precision against recall as a sum of steps, without interpolation: Σ (ΔTAR) ×
 * precision.
 */
export function averagePrecisionOfPairs({ far, tar, positives, negatives }: RocCurve): number {
  let sum = 0;
  for (let i = 1; i < tar.length; i++) {
    const truePositives = tar[i]! * positives;
    sum += ((tar[i]! - tar[i - 1]!) * truePositives) / (truePositives + far[i]! * negatives);
  }
  return sum;
}
