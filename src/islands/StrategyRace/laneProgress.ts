import type { Run } from '#training/run/run.ts';
import type { EvaluationPoint, StepPoint } from '#training/service/contract.ts';

/** What a lane has shown so far. */
export interface LaneProgress {
  readonly steps: readonly StepPoint[];
  readonly evaluations: readonly EvaluationPoint[];
  readonly embedding: Float32Array | undefined;
  readonly collapseLoss: number | undefined;
  /** Of training alone, in milliseconds; unknown of a recording and before the first step. */
  readonly millisecondsPerStep: number | undefined;
  /** Why it is out of the race. */
  readonly diverged: string | undefined;
}

/** What a lane's run has shown so far. */
export function progressOf({
  history,
  embedding,
  collapseLoss,
  speed,
  failure,
}: Run): LaneProgress {
  const { network, mining, optimiser } = speed.time;
  return {
    steps: history.steps,
    evaluations: history.evaluations,
    embedding,
    collapseLoss,
    millisecondsPerStep: network + mining + optimiser || undefined,
    diverged: failure?.reason,
  };
}
