import type { ThresholdQuantities } from './definition.ts';
import { MOST_FALSE_ACCEPTS } from './thresholdGuess.ts';

const MOST_FALSE_REJECTS = 0.2;

/** Whether a threshold lets few strangers in and most people too. */
export const isStrictAndUseful = (
  rates: Pick<ThresholdQuantities, 'far' | 'frr'> | undefined,
): boolean =>
  rates !== undefined && rates.far <= MOST_FALSE_ACCEPTS && rates.frr <= MOST_FALSE_REJECTS;
