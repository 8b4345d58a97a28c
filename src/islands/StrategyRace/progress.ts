import type { LaneProgress } from './laneProgress.ts';

/** A batch's loss jumps: the mean of the last so many tells where a lane is. */
const RECENT = 10;
/** A cloud a tenth as wide as the one it began with is on its way into one point. */
const COLLAPSED_SPREAD = 0.1;

export interface Standing {
  /** Place among the lanes by k-NN accuracy, 1 for the best. */
  readonly rank: number;
  /** The step of the last judgement: what is measured on held-out digits is of then. */
  readonly judgedAt: number | undefined;
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
      judgedAt: lane.evaluations.at(-1)?.step,
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
