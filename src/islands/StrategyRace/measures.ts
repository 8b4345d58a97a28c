import type { CurvePoint } from '#kit/charts/curve.ts';
import type { LaneProgress } from './laneProgress.ts';

/** What the chart shows of a lane. */
export const MEASURES = {
  knnAccuracy: {
    label: 'k-NN accuracy',
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

export const MEASURE_NAMES = Object.keys(MEASURES) as readonly Measure[];
