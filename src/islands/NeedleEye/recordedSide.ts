import type { CurvePoint } from '#kit/charts/curve.ts';
import type { Recording } from '#data/recordings/recordingFormat.ts';
import { overBatches, type Side } from './side.ts';

/** The curves of a recorded run: each list has a value for every so many steps, from step 0 on. */
export interface RecordedCurves {
  readonly sizes: readonly number[];
  readonly ratios: readonly number[];
  readonly shares: readonly number[];
  readonly accuracies: readonly number[];
}

/** Steps between two values. */
export const MEASURED_EVERY = 10;
export const JUDGED_EVERY = 50;

const curve = (values: readonly number[], every: number): readonly CurvePoint[] =>
  values.map((value, index) => ({ step: every * index, value }));

/** The curves that came with a recording (scripts/record-needle.ts). */
export function recordedSide({ history }: Recording): Side {
  const { sizes, ratios, shares, accuracies } = history as RecordedCurves;
  return {
    sizes: curve(sizes, MEASURED_EVERY),
    ratios: overBatches(curve(ratios, MEASURED_EVERY)),
    shares: overBatches(curve(shares, MEASURED_EVERY)),
    accuracies: curve(accuracies, JUDGED_EVERY),
  };
}
