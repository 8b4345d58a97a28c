import { linePath } from '../plane/svgPath.ts';
import { shareOn, type ValueAxis } from './valueAxis.ts';

export interface CurvePoint {
  readonly step: number;
  readonly value: number;
}

/** The step of the last point of a curve; 0 before it has one. */
export const lastStepOf = (points: readonly CurvePoint[]): number => points.at(-1)?.step ?? 0;

/** More points than this a curve of a few hundred pixels cannot show. */
export const FINE = 240;
/** So few that the noise from batch to batch is averaged away. */
export const SMOOTH = 40;

/** Means of neighbouring points, so that at most so many are left. */
export function thin(points: readonly CurvePoint[], most: number): readonly CurvePoint[] {
  const width = Math.ceil(points.length / most);
  if (width <= 1) return points;
  const means: CurvePoint[] = [];
  for (let start = 0; start < points.length; start += width) {
    const bucket = points.slice(start, start + width);
    means.push({
      step: bucket.at(-1)!.step,
      value: bucket.reduce((sum, { value }) => sum + value, 0) / bucket.length,
    });
  }
  return means;
}

/**
 * Each point as the mean of itself and up to `reach` of its neighbours on either side, as many on the
 * one as on the other: the first and the last stay what they are.
 */
export const runningMean = (points: readonly CurvePoint[], reach: number): readonly CurvePoint[] =>
  points.map(({ step }, index) => {
    const near = Math.min(reach, index, points.length - 1 - index);
    const window = points.slice(index - near, index + near + 1);
    return { step, value: window.reduce((sum, { value }) => sum + value, 0) / window.length };
  });

/** The value of the last point that is not later than a step, or else of the first. */
export const valueAt = (points: readonly CurvePoint[], step: number): number | undefined =>
  (points.findLast((point) => point.step <= step) ?? points[0])?.value;

/** A round number (1, 2 or 5 times a power of ten) that is not less than `value`. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= value * (1 - 1e-9)) ?? 10);
}

/** So high a share of the values is on the scale: a first spike must not flatten the rest. */
const SHARE_ON_SCALE = 0.98;

/** A round top for the scale of curves, and of a level that must have room beneath it. */
export function topOf(curves: readonly (readonly CurvePoint[])[], level = 0): number {
  const sorted = curves.flatMap((points) => points.map(({ value }) => value)).sort((a, b) => a - b);
  const high = sorted[Math.floor(SHARE_ON_SCALE * (sorted.length - 1))] ?? 1;
  return roundUp(Math.max(high, 1.2 * level, 1e-6));
}

/** A round bottom for the scale of curves: 0, unless they go below it. */
export function bottomOf(curves: readonly (readonly CurvePoint[])[]): number {
  const low = curves.flat().reduce((least, { value }) => Math.min(least, value), 0);
  return low < 0 ? -roundUp(-low) : 0;
}

/** The geometry of a chart over steps. */
export interface CurveScale extends ValueAxis {
  readonly lastStep: number;
}

export const CURVE = { width: 480, height: 190, left: 40, right: 92, top: 12, bottom: 26 } as const;

export const toX = ({ lastStep }: CurveScale, step: number): number =>
  CURVE.left + (step / lastStep) * (CURVE.width - CURVE.left - CURVE.right);

export const toY = (axis: ValueAxis, value: number): number =>
  CURVE.height - CURVE.bottom - shareOn(axis, value) * (CURVE.height - CURVE.top - CURVE.bottom);

export const path = (scale: CurveScale, points: readonly CurvePoint[], most = FINE): string =>
  linePath(
    thin(points, most).map(({ step, value }) => ({ x: toX(scale, step), y: toY(scale, value) })),
  );
