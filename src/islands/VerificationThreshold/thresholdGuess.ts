import {
  binsAtFar,
  ratesAtBin,
  type VerificationSummary,
} from '#metric/evaluation/verificationSummary.ts';
import { acceptedBins, chooseThreshold, formatThreshold, percent } from './definition.ts';

/** What is asked for: at most so many of the impostor pairs accepted. */
export const MOST_FALSE_ACCEPTS = 0.01;
/** Closer than so many bins to the best threshold is a hit. */
const TOLERANCE = 3;

/** The largest threshold that keeps false accepts within one in a hundred of the pairs shown. */
export const bestThreshold = (test: VerificationSummary): number => chooseThreshold(test, 'far1e2');

/** What a guessed threshold does, and what the best one would have done. */
export function tellThreshold(test: VerificationSummary, guess: number): string {
  const accepted = acceptedBins(guess, test);
  const best = binsAtFar(test, MOST_FALSE_ACCEPTS);
  const { far, frr } = ratesAtBin(test, accepted);
  const { frr: least } = ratesAtBin(test, best);
  const at = (bins: number) => formatThreshold(bins, test);
  if (far > MOST_FALSE_ACCEPTS)
    return `Too generous: ${at(accepted)} accepts ${percent(far)} of the impostor pairs. At most 1 % needs ${at(best)}, where ${percent(least)} of the genuine pairs are refused. One in a hundred is only the tail of the impostors’ hill.`;
  const kept = `${at(accepted)} accepts ${percent(far)} of the impostor pairs and refuses ${percent(frr)} of the genuine ones`;
  return best - accepted <= TOLERANCE
    ? `Right: ${kept}. That is what so few false accepts cost.`
    : `Within 1 %, but stricter than it has to be: ${kept}. At ${at(best)} it would be ${percent(least)}.`;
}
