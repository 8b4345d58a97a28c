import type { CurvePoint } from '#kit/charts/curve.ts';
import type { History } from '#training/run/history.ts';

export const lossOf = ({ steps }: History): readonly CurvePoint[] =>
  steps.map(({ step, loss }) => ({ step, value: loss }));

export const activeShareOf = ({ steps }: History): readonly CurvePoint[] =>
  steps.map(({ step, activeShare }) => ({ step, value: activeShare }));

export const recallOf = ({ evaluations }: History): readonly CurvePoint[] =>
  evaluations.map(({ step, recallAt1 }) => ({ step, value: recallAt1 }));

export const knnOf = ({ evaluations }: History): readonly CurvePoint[] =>
  evaluations.map(({ step, knnAccuracy }) => ({ step, value: knnAccuracy }));

export const spreadOf = ({ evaluations }: History): readonly CurvePoint[] =>
  evaluations.map(({ step, spread }) => ({ step, value: spread }));

/** What a part of the points has, where it has it and it is a number to be drawn. */
const present = <T extends { readonly step: number }>(
  points: readonly T[],
  of: (point: T) => number | undefined,
): readonly CurvePoint[] =>
  points.flatMap((point) => {
    const value = of(point);
    return value === undefined || !Number.isFinite(value) ? [] : [{ step: point.step, value }];
  });

export const gradientOf = ({ steps }: History) =>
  present(steps, ({ gradientNorm }) => gradientNorm);
export const staleOf = ({ steps }: History) => present(steps, ({ stale }) => stale);
export const easyOf = ({ steps }: History) => present(steps, ({ zones }) => zones?.easy);
export const semiHardOf = ({ steps }: History) => present(steps, ({ zones }) => zones?.semiHard);
export const hardOf = ({ steps }: History) => present(steps, ({ zones }) => zones?.hard);
export const normOf = ({ evaluations }: History) =>
  present(evaluations, ({ geometry }) => geometry?.meanNorm);
export const withinOf = ({ evaluations }: History) =>
  present(evaluations, ({ geometry }) => geometry?.within);
export const gapOf = ({ evaluations }: History) =>
  present(evaluations, ({ geometry }) => geometry?.gap);
export const rPrecisionOf = ({ retrievals = [] }: History) =>
  present(retrievals, ({ rPrecision }) => rPrecision);
export const mapAtROf = ({ retrievals = [] }: History) =>
  present(retrievals, ({ mapAtR }) => mapAtR);
/** The size of a batch's cloud: it is known far more often than that of the held-out samples. */
export const batchSpreadOf = ({ steps }: History) => present(steps, ({ force }) => force?.spread);
export const shrinkShareOf = ({ steps }: History) =>
  present(steps, ({ force }) => force?.shrinkShare);
export const orderRatioOf = ({ steps }: History) =>
  present(steps, ({ force }) => force?.orderRatio);
