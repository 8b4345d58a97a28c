import { diagnose } from '#metric/diagnosis/diagnose.ts';
import type { Observation } from '#metric/diagnosis/observation.ts';
import { parseReading } from '#metric/diagnosis/reading.ts';

/** What a reader tells of a run that stands still: a triplet loss, unless it is told otherwise. */
export const observe = (value: string, told: Partial<Observation>): Observation => ({
  loss: 'triplet',
  average: 'mean',
  squared: true,
  mining: 'unknown',
  lengths: 'unknown',
  ...told,
  reading: parseReading(value)!,
});

/** The heights that a value is told to be at, and how well it fits. */
export const namesOf = (value: string, told: Partial<Observation>) =>
  diagnose(observe(value, told)).found.map(({ name, fit }) => `${fit} ${name}`);

/** The verdict on each cause. */
export const causesOf = (value: string, told: Partial<Observation>) =>
  Object.fromEntries(
    diagnose(observe(value, told)).causes.map(({ name, verdict }) => [name, verdict]),
  );

export const verdictOf = (value: string, told: Partial<Observation>) =>
  diagnose(observe(value, told)).verdict;
