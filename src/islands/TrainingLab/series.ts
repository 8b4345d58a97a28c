import type { CurvePoint } from '../../figures/curve.ts';
import type { History } from './history.ts';

export const lossOf = ({ steps }: History): readonly CurvePoint[] =>
  steps.map(({ step, loss }) => ({ step, value: loss }));

export const activeShareOf = ({ steps }: History): readonly CurvePoint[] =>
  steps.map(({ step, activeShare }) => ({ step, value: activeShare }));

export const recallOf = ({ evaluations }: History): readonly CurvePoint[] =>
  evaluations.map(({ step, recallAt1 }) => ({ step, value: recallAt1 }));

export const knnOf = ({ evaluations }: History): readonly CurvePoint[] =>
  evaluations.map(({ step, knnAccuracy }) => ({ step, value: knnAccuracy }));
