import type { CurvePoint } from '#kit/charts/curve.ts';
import type { EvaluationPoint, StepPoint } from '#training/service/messages.ts';
import type { LaneReport, LaneStart } from '#training/race/messages.ts';

/** What a lane has shown so far. */
export interface LaneProgress {
  readonly steps: readonly StepPoint[];
  readonly evaluations: readonly EvaluationPoint[];
  readonly embedding: Float32Array | undefined;
  readonly collapseLoss: number;
  /** Training time so far, in milliseconds; unknown of a recording. */
  readonly milliseconds: number | undefined;
  /** Why it is out of the race. */
  readonly diverged: string | undefined;
}

export const fromStart = ({ embedding, evaluation, collapseLoss }: LaneStart): LaneProgress => ({
  steps: [],
  evaluations: [evaluation],
  embedding,
  collapseLoss,
  milliseconds: 0,
  diverged: undefined,
});

export const afterRound = (lane: LaneProgress, report: LaneReport): LaneProgress => ({
  ...lane,
  steps: [...lane.steps, ...report.steps],
  evaluations: report.evaluation ? [...lane.evaluations, report.evaluation] : lane.evaluations,
  embedding: report.embedding ?? lane.embedding,
  milliseconds: (lane.milliseconds ?? 0) + report.milliseconds,
  diverged: lane.diverged ?? report.diverged,
});

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
    const { length } = lane.steps;
    return {
      rank: 1 + accuracies.filter((other) => (other ?? 0) > (own ?? 0)).length,
      knnAccuracy: own,
      recallAt1: lane.evaluations.at(-1)?.recallAt1,
      spread: lane.evaluations.at(-1)?.spread,
      loss: meanOf(recent.map(({ loss }) => loss)),
      activeShare: meanOf(recent.map(({ activeShare }) => activeShare)),
      millisecondsPerStep:
        length > 0 && lane.milliseconds !== undefined ? lane.milliseconds / length : undefined,
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
