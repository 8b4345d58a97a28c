import { formatCount, formatPercent } from '#kit/figure/numberFormat.ts';
import type { History } from '#training/run/history.ts';

/** Below this the classes lie in one heap, and above that they are parted. */
const HEAP = 0.3;
const PARTED = 0.8;

/** The first change in mid-run that came to a heap, with the accuracies at it and of now. */
function rescueOf({ changes = [], evaluations }: History) {
  const after = evaluations.at(-1)?.knnAccuracy ?? 0;
  for (const change of changes) {
    const before = evaluations.findLast(({ step }) => step <= change.step)?.knnAccuracy ?? 1;
    if (before < HEAP) return { ...change, before, after };
  }
  return undefined;
}

/** Whether a run that had collapsed has parted its classes since other settings took over. */
export const isRescued = (history: History): boolean => (rescueOf(history)?.after ?? 0) >= PARTED;

/** What was noticed since other settings took over in mid-run, in a sentence; '' where none did. */
export function rescueText(history: History): string {
  const rescue = rescueOf(history);
  if (!rescue) return '';
  const { step, text, before, after } = rescue;
  return after >= PARTED
    ? `Rescued: with ${text} since step ${formatCount(step)}, k-NN accuracy has come back from ${formatPercent(before, 0)} to ${formatPercent(after, 0)}. A point is no dead end.`
    : `With ${text} since step ${formatCount(step)}: watch whether the heap parts.`;
}
