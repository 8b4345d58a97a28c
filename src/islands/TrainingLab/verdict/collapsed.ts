import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { TrainingConfig } from '#training/config.ts';
import type { History } from '#training/run/history.ts';

/** So many losses in a row must lie so near the plateau, and the digits so near each other. */
const STEPS = 30;
const NEAR_PLATEAU = 0.05;
const NEAR_POINT = 0.1;

/** The margin as a length on the plane: its square root when distances are squared. */
export function marginLength({ margin, distance, softMargin, loss }: TrainingConfig): number {
  if (softMargin && loss === 'triplet') return 1;
  return distance === 'squared' ? Math.sqrt(margin) : margin;
}

/** That length in words, for the scale bar. */
export function marginText(config: TrainingConfig): string {
  const { margin, distance, softMargin, loss } = config;
  if (softMargin && loss === 'triplet') return 'length 1';
  const length = formatNumber(marginLength(config));
  return distance === 'squared'
    ? `√margin = √${formatNumber(margin)} = ${length}`
    : `margin ${length}`;
}

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

/** The name of the level at which a collapsed run's loss stands. */
export function plateauName({ loss, softMargin }: TrainingConfig): string {
  if (loss === 'contrastive') return 'collapse';
  return softMargin ? 'ln 2' : 'margin';
}
