import type { CurvePoint } from './curve.ts';
import type { History } from './history.ts';

export const lossOf = ({ steps }: History): readonly CurvePoint[] =>
  steps.map(({ step, loss }) => ({ step, value: loss }));

export const activeShareOf = ({ steps }: History): readonly CurvePoint[] =>
  steps.map(({ step, activeShare }) => ({ step, value: activeShare }));

export const recallOf = ({ evaluations }: History): readonly CurvePoint[] =>
  evaluations.map(({ step, recallAt1 }) => ({ step, value: recallAt1 }));

export const knnOf = ({ evaluations }: History): readonly CurvePoint[] =>
  evaluations.map(({ step, knnAccuracy }) => ({ step, value: knnAccuracy }));

/** Labels one under the other: each at its height, or as near as the others let it. */
export function spreadOut(heights: readonly number[], gap: number): number[] {
  const order = heights.map((_, index) => index).toSorted((a, b) => heights[a]! - heights[b]!);
  const places = [...heights];
  order.forEach((index, rank) => {
    const above = order[rank - 1];
    if (above !== undefined) places[index] = Math.max(places[index]!, places[above]! + gap);
  });
  return places;
}
