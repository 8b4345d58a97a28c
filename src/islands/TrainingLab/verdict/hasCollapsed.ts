import type { TrainingConfig } from '#training/config.ts';
import { marginLength } from '../map/marginScale.ts';
import type { History } from '#training/run/history.ts';

/** So many losses in a row must lie so near the plateau, and the digits so near each other. */
const STEPS = 30;
const NEAR_PLATEAU = 0.05;
const NEAR_POINT = 0.1;

/** Whether a run has collapsed: its loss stands on the plateau and all digits lie in one point. */
export function hasCollapsed(
  { steps, evaluations }: History,
  config: TrainingConfig,
  collapseLoss: number,
): boolean {
  const last = steps.slice(-STEPS);
  const spread = evaluations.at(-1)?.spread ?? Number.POSITIVE_INFINITY;
  return (
    collapseLoss > 0 &&
    last.length === STEPS &&
    spread < NEAR_POINT * marginLength(config) &&
    last.every(({ loss }) => Math.abs(loss - collapseLoss) <= NEAR_PLATEAU * collapseLoss)
  );
}
