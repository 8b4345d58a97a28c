import type { CurvePoint } from '#kit/charts/curve.ts';
import type { EvaluationPoint, StepPoint } from '#training/service/contract.ts';
import type { Run } from '#training/run/run.ts';

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

/** What the charts show of a lane. */
export const MEASURES = {
  knnAccuracy: {
    label: 'kNN accuracy',
    highest: 1,
    of: ({ evaluations }: LaneProgress): readonly CurvePoint[] =>
      evaluations.map(({ step, knnAccuracy }) => ({ step, value: knnAccuracy })),
  },
  loss: {
    label: 'loss',
    highest: undefined,
    of: ({ steps }: LaneProgress): readonly CurvePoint[] =>
      steps.map(({ step, loss }) => ({ step, value: loss })),
  },
  activeShare: {
    label: 'active share',
    highest: 1,
    of: ({ steps }: LaneProgress): readonly CurvePoint[] =>
      steps.map(({ step, activeShare }) => ({ step, value: activeShare })),
  },
} as const;
export type Measure = keyof typeof MEASURES;

/** A batch's loss jumps: the mean of the last so many tells where a lane is. */
const RECENT = 10;
/** A cloud a tenth as wide as the one it began with is on its way into one point. */
const COLLAPSED_SPREAD = 0.1;

export interface Standing {
  /** Place among the lanes by kNN accuracy, 1 for the best. */
  readonly rank: number;
  readonly knnAccuracy: number | undefined;
  readonly recallAt1: number | undefined;
  /** Root mean square distance of the held-out digits from their centre. */
  readonly spread: number | undefined;
  readonly loss: number | undefined;
  readonly activeShare: number | undefined;
  readonly millisecondsPerStep: number | undefined;
  readonly remark: '' | 'collapsed' | 'diverged';
}

const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

function remarkOn({ diverged, evaluations }: LaneProgress): Standing['remark'] {
  if (diverged) return 'diverged';
  const [first, last] = [evaluations[0], evaluations.at(-1)];
  return first && last && last.spread < COLLAPSED_SPREAD * first.spread ? 'collapsed' : '';
}

/** Who is where, in the order of the lanes. */
export function standings(lanes: readonly LaneProgress[]): readonly Standing[] {
  const accuracies = lanes.map(({ evaluations }) => evaluations.at(-1)?.knnAccuracy);
  return lanes.map((lane, index) => {
    const own = accuracies[index];
    const recent = lane.steps.slice(-RECENT);
    return {
      rank: 1 + accuracies.filter((other) => (other ?? 0) > (own ?? 0)).length,
      knnAccuracy: own,
      recallAt1: lane.evaluations.at(-1)?.recallAt1,
      spread: lane.evaluations.at(-1)?.spread,
      loss: meanOf(recent.map(({ loss }) => loss)),
      activeShare: meanOf(recent.map(({ activeShare }) => activeShare)),
      millisecondsPerStep: lane.millisecondsPerStep,
      remark: remarkOn(lane),
    };
  });
}

/** The race as a table, one line for each lane and step; a judgement stands in the line of its step. */
export function raceTable(names: readonly string[], lanes: readonly LaneProgress[]) {
  return lanes.flatMap(({ steps, evaluations }, index) => {
    const judged = new Map(evaluations.map((evaluation) => [evaluation.step, evaluation]));
    return steps.map(({ step, loss, activeShare }) => {
      const { knnAccuracy = '', recallAt1 = '' } = judged.get(step) ?? {};
      return [`"${names[index]}"`, step, loss, activeShare, knnAccuracy, recallAt1];
    });
  });
}
export const TABLE_HEADER = ['lane', 'step', 'loss', 'activeShare', 'knnAccuracy', 'recallAt1'];
