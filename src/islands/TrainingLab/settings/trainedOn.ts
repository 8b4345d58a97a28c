import type { TrainingConfig } from '#training/config.ts';

type Chosen = Pick<TrainingConfig, 'classes' | 'p'>;

/** The labels that are trained on, of so many. */
export const trainedOn = ({ classes }: Pick<TrainingConfig, 'classes'>, count: number): number[] =>
  classes === 'all' ? Array.from({ length: count }, (_, label) => label) : [...classes];

/**
 * A class taken into training or held out. A batch of all trained classes stays one; else P only
 * shrinks where it must. Fewer than two classes cannot be trained on: then nothing changes.
 */
export function toggleClass(config: Chosen, label: number, count: number): Chosen {
  const before = trainedOn(config, count);
  const after = before.includes(label)
    ? before.filter((other) => other !== label)
    : [...before, label].sort((a, b) => a - b);
  if (after.length < 2) return { classes: config.classes, p: config.p };
  const p = config.p === before.length ? after.length : Math.min(config.p, after.length);
  return { classes: after.length === count ? 'all' : after, p };
}
