import { formatCount, formatNumber, formatPercent } from '#kit/figure/numberFormat.ts';
import type { History } from '#training/run/history.ts';

/** Where a run stands, for those who do not see its numbers; empty before there is a step. */
export function standingText({ steps, evaluations }: History): string {
  const latest = steps.at(-1);
  if (!latest) return '';
  const judged = evaluations.at(-1);
  const loss = `Step ${formatCount(latest.step)}: loss ${formatNumber(latest.loss, 3)}.`;
  if (!judged) return loss;
  return `${loss} k-NN accuracy ${formatPercent(judged.knnAccuracy)} at step ${formatCount(judged.step)}.`;
}
