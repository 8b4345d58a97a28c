import { lossOf, marginOf, minerOf, samplerOf } from './choices.ts';
import type { TrainingConfig } from './table.ts';

/** Mining and losses are measured up to here: the distances of a batch to one another fill 128 MB. */
const MOST_ROWS = 4096;

/** What takes labels, and is given a batch that has none. */
function asksForLabels(config: TrainingConfig): (string | undefined)[] {
  const { label, groupsAreClasses } = samplerOf(config);
  if (groupsAreClasses) return [];
  return [
    minerOf(config).offline
      ? `miner "${config.miner}" chooses triplets by their labels before an epoch, and ${label} have none: choose a miner that works within the batch, such as batch-all`
      : undefined,
    lossOf(config).needsClasses,
  ];
}

/** Why choices do not go together, each reason a sentence; none where they do. */
export function discord(config: TrainingConfig): string[] {
  const miner = minerOf(config);
  const { p, k } = config;
  const isSoft = marginOf(config) === 'soft';
  const reasons = [
    lossOf(config).refuses(miner),
    miner.comparesWithMargin && isSoft
      ? `miner "${config.miner}" compares with the margin: it cannot be soft`
      : undefined,
    ...asksForLabels(config),
    p * k > MOST_ROWS
      ? `p ${p} times k ${k} makes a batch of ${p * k} rows: at most ${MOST_ROWS} go into one`
      : undefined,
  ];
  return reasons.filter((reason) => reason !== undefined);
}
