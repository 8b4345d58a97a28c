import type { EvaluationPoint, RetrievalPoint, StepPoint } from '../../training/messages.ts';

/** What a run has shown so far, in the order of its steps. */
export interface History {
  readonly steps: readonly StepPoint[];
  readonly evaluations: readonly EvaluationPoint[];
  /** The judgements that take long; missing before the first. */
  readonly retrievals?: readonly RetrievalPoint[];
  /** Where other settings took over in mid-run; missing where none did. */
  readonly changes?: readonly RunChange[];
}

/** What holds from a step on. */
export interface RunChange {
  /** Steps done before it. */
  readonly step: number;
  readonly text: string;
}

export const EMPTY_HISTORY: History = { steps: [], evaluations: [] };

/** Enough for an hour on most devices; a million steps must not exhaust a phone. */
export const MOST_STEPS = 20_000;

/** A history that has grown too long keeps every second of its points, the newest among them. */
export function boundHistory({ steps, evaluations, ...rest }: History): History {
  const halved = <T>(points: readonly T[]): readonly T[] =>
    points.length <= MOST_STEPS
      ? points
      : points.filter((_, index) => (points.length - 1 - index) % 2 === 0);
  return { steps: halved(steps), evaluations: halved(evaluations), ...rest };
}

/** A history as a table, one line per step; an evaluation stands in the line of its step. */
export function historyCsv({ steps, evaluations }: History): string {
  const judged = new Map(evaluations.map((evaluation) => [evaluation.step, evaluation]));
  const trained = new Map(steps.map((point) => [point.step, point]));
  const numbers = [...new Set([...judged.keys(), ...trained.keys()])].toSorted((a, b) => a - b);
  const lines = numbers.map((step) => {
    const { loss, activeShare } = trained.get(step) ?? {};
    const { recallAt1, knnAccuracy } = judged.get(step) ?? {};
    return [step, loss, activeShare, recallAt1, knnAccuracy].map((cell) => cell ?? '').join(',');
  });
  return ['step,loss,activeShare,recallAt1,knnAccuracy', ...lines, ''].join('\n');
}
