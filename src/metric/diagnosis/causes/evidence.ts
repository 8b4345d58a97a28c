import type { Observation } from '../observation.ts';
import { told } from '../numbers.ts';

/** The better of the accuracies that were told, in words; undefined where none was. */
export function knownAccuracy({ trainAccuracy, heldOutAccuracy }: Observation) {
  const known = heldOutAccuracy ?? trainAccuracy;
  return known === undefined
    ? undefined
    : { share: known, words: `an accuracy of ${percent(known)}` };
}

export const percent = (share: number): string => `${told(100 * share)} %`;

/** An accuracy that only a cloud in order can have. */
export const IN_ORDER = 0.5;

/** So much better on what it was trained on than on what was held out. */
export const MEMORISED = 0.15;
