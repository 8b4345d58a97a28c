import type { RocCurve } from './roc.ts';
import type { VerificationPairs } from './thresholdAccuracy.ts';

export interface ErrorRates {
  /** False accept rate: the share of impostor pairs that are accepted. NaN without any. */
  readonly far: number;
  /** False reject rate: the share of genuine pairs that are not. NaN without any. */
  readonly frr: number;
  readonly falseAccepts: number;
  readonly falseRejects: number;
  /** How many genuine and impostor pairs stand behind the rates. */
  readonly genuine: number;
  readonly impostor: number;
}

/**
 * Both error rates at one threshold. A pair is accepted when its distance is at most the threshold,
 * as on the ROC curve of negative distances; distances and threshold are both squared or both plain.
 * Throws when distances and truths differ in number.
 */
export function errorRates({ distances, same }: VerificationPairs, threshold: number): ErrorRates {
  const { length } = distances;
  if (length !== same.length)
    throw new RangeError(`${length} distances need as many truths, not ${same.length}`);
  let genuine = 0;
  let falseAccepts = 0;
  let falseRejects = 0;
  for (let i = 0; i < length; i++) {
    const accepted = distances[i]! <= threshold;
    if (same[i]) genuine++;
    if (accepted && !same[i]) falseAccepts++;
    if (!accepted && same[i]) falseRejects++;
  }
  const impostor = length - genuine;
  return {
    far: falseAccepts / impostor,
    frr: falseRejects / genuine,
    falseAccepts,
    falseRejects,
    genuine,
    impostor,
  };
}

/**
 * The distance below which false accepts are as frequent as false rejects, read off the ROC curve of
 * negative distances: the threshold of the point where both differ least, of several the strictest.
 * Meant for calibration pairs, so that it can be judged on others.
 */
export function equalErrorThreshold({ far, tar, thresholds }: RocCurve): number {
  const difference = (i: number) => Math.abs(far[i]! - (1 - tar[i]!));
  let nearest = 0;
  for (let i = 1; i < far.length; i++) if (difference(i) < difference(nearest)) nearest = i;
  return -thresholds[nearest]!;
}
