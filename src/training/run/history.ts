import type { TrainingConfig } from '../config.ts';
import type { EvaluationPoint, RetrievalPoint, StepPoint } from '../service/contract.ts';

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
  /** The settings that are new; missing in runs that were kept before there were any. */
  readonly settings?: Partial<TrainingConfig>;
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
