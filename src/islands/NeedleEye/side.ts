import { type CurvePoint, runningMean, valueAt } from '#kit/charts/curve.ts';

/** What is measured along one of the two runs. */
export interface Side {
  /** Radius of the cloud of held-out digits. */
  readonly sizes: readonly CurvePoint[];
  /** d_an over d_ap of the hardest triplets of a batch, plain, averaged over a few batches. */
  readonly ratios: readonly CurvePoint[];
  /** Share of the force that shrinks the cloud, averaged likewise. */
  readonly shares: readonly CurvePoint[];
  /** Of the held-out digits, how many their five nearest name rightly. */
  readonly accuracies: readonly CurvePoint[];
}

/** What a run is at one step; undefined before it is known. */
export interface Reading {
  readonly spread: number | undefined;
  readonly ratio: number | undefined;
  readonly shrinkShare: number | undefined;
  readonly knnAccuracy: number | undefined;
}

/** A batch in ten is measured; with so many on either side the mean is one of eleven. */
const REACH = 5;

/** Batches differ: each measure becomes the mean over the batches around it. */
export const overBatches = (points: readonly CurvePoint[]): readonly CurvePoint[] =>
  runningMean(points, REACH);

/** A judgement says nothing of what the digits have become so many steps later. */
const JUDGEMENT_HOLDS = 100;

export function readingAt({ sizes, ratios, shares, accuracies }: Side, step: number): Reading {
  const recent = accuracies.filter((point) => point.step > step - JUDGEMENT_HOLDS);
  return {
    spread: valueAt(sizes, step),
    ratio: valueAt(ratios, step),
    shrinkShare: valueAt(shares, step),
    knnAccuracy: recent.findLast((point) => point.step <= step)?.value,
  };
}

/** The step at which the order of the hardest triplets becomes right; undefined where it never does. */
export const eyeOf = ({ ratios }: Side): number | undefined =>
  ratios.find(({ value }) => value >= 1)?.step;
