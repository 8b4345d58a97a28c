import type { Run } from '#training/run/run.ts';
import { overBatches, type Side } from './side.ts';

/** The curves of a run that is trained here, as far as it has come. */
export function liveSide({ history }: Pick<Run, 'history'>): Side {
  // A step measures its batch before it moves anything: it belongs to the steps done before.
  const forces = history.steps.flatMap(({ step, force }) =>
    force ? [{ step: step - 1, ...force }] : [],
  );
  return {
    sizes: history.evaluations.map(({ step, spread }) => ({ step, value: spread })),
    ratios: overBatches(forces.map(({ step, orderRatio }) => ({ step, value: orderRatio }))),
    shares: overBatches(forces.map(({ step, shrinkShare }) => ({ step, value: shrinkShare }))),
    accuracies: history.evaluations.map(({ step, knnAccuracy }) => ({ step, value: knnAccuracy })),
  };
}
