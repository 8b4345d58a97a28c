import type { TrainingConfig } from '#training/config.ts';
import type { History } from '#training/run/history.ts';
import { marginLength } from '../map/marginScale.ts';

/** A cloud of such a share of the margin's length is small. */
const SMALL = 0.25;
/** It grows again once it is so many times as large as it was at its smallest. */
const GROWN = 2;
/** So many digits have neighbours of their kind, and nearly as many as before the first step. */
const IN_ORDER = 0.5;
const OF_THE_FIRST = 0.8;

/**
 * Whether neighbours are of a kind, whatever the size of the cloud: k-NN accuracy asks only who is
 * nearest.
 */
export function isInOrder({ evaluations }: History): boolean {
  const first = evaluations[0]?.knnAccuracy ?? 0;
  const last = evaluations.at(-1)?.knnAccuracy ?? 0;
  return last >= Math.max(IN_ORDER, OF_THE_FIRST * first);
}

/** How large the cloud was: of batches, which are known often, or of the held-out samples. */
function spreadsOf({ steps, evaluations }: History): readonly number[] {
  const ofBatches = steps.flatMap(({ force }) => (force ? [force.spread] : []));
  return ofBatches.length > 0 ? ofBatches : evaluations.map(({ spread }) => spread);
}

/** Growing again, its order right; or as large as the margin once more. */
export type Passage = 'turned' | 'through';

/**
 * How far a run has come on its way out of the eye of the needle; undefined where its cloud was never
 * small, has not turned yet, or has torn without order: one class that left a heap of the others makes
 * it larger as well. Other settings in mid-run are another story: see rescued.ts.
 */
export function passageOf(history: History, config: TrainingConfig): Passage | undefined {
  const { steps, changes = [] } = history;
  if (changes.length > 0 || !isInOrder(history)) return undefined;
  const order = steps.findLast(({ force }) => force !== undefined)?.force?.orderRatio ?? 0;
  if (order <= 1) return undefined;
  const length = marginLength(config);
  const spreads = spreadsOf(history);
  const smallest = Math.min(...spreads);
  const spread = spreads.at(-1)!;
  if (!(smallest < SMALL * length) || spread < GROWN * smallest) return undefined;
  return spread < length ? 'turned' : 'through';
}
