import type { TrainingConfig } from '#training/config.ts';
import type { History } from '#training/run/history.ts';
import { marginOf } from '#training/settings/choices.ts';
import { evenStd } from '../curves/evenStd.ts';
import { marginLength } from '../map/marginScale.ts';

/** So many losses in a row must lie so near the plateau, and the digits so near each other. */
const STEPS = 30;
const NEAR_PLATEAU = 0.05;
/** Of a plateau at 0, which has no share to be near by. */
const NEAR_ZERO = 0.01;
const NEAR_POINT = 0.1;

/** Whether the loss has stood on the plateau for a while. */
function standsStill({ steps }: History, collapseLoss: number): boolean {
  const last = steps.slice(-STEPS);
  const near = collapseLoss === 0 ? NEAR_ZERO : NEAR_PLATEAU * Math.abs(collapseLoss);
  return last.length === STEPS && last.every(({ loss }) => Math.abs(loss - collapseLoss) <= near);
}

/** Whether a run has collapsed: its loss stands on the plateau and all digits lie in one point. */
export function hasCollapsed(
  history: History,
  config: TrainingConfig,
  collapseLoss: number,
): boolean {
  const spread = history.evaluations.at(-1)?.spread ?? Number.POSITIVE_INFINITY;
  return spread < NEAR_POINT * marginLength(config) && standsStill(history, collapseLoss);
}

/** A cloud that reaches over half of the sphere, as the deviation of a coordinate has it. */
const WIDE = 0.5;

/**
 * Whether a loss without a margin stands where it stands at collapse although the cloud is spread over
 * the sphere: its positives are no nearer than its negatives. A margin's height has other reasons.
 */
export function isUnaligned(
  history: History,
  config: TrainingConfig,
  collapseLoss: number,
): boolean {
  const { coordinateStd } = history.evaluations.at(-1) ?? {};
  return (
    marginOf(config) === undefined &&
    coordinateStd !== undefined &&
    coordinateStd > WIDE * evenStd(config) &&
    standsStill(history, collapseLoss)
  );
}
