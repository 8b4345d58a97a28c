import type { CurvePoint } from '#kit/charts/curve.ts';

/** The last point that is not later than a step. Points are in the order of their steps. */
export function pointAt(points: readonly CurvePoint[], step: number): CurvePoint | undefined {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.step <= step) low = middle + 1;
    else high = middle;
  }
  return points[low - 1];
}

/** An arrow key goes by this share of the steps; with Shift by a single one. */
const KEY_SHARE = 0.02;

/** The step that a key leads to from another, among so many; undefined for a key that leads nowhere. */
export function stepByKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  from: number,
  last: number,
): number | undefined {
  const stride = shiftKey ? 1 : Math.max(1, Math.round(KEY_SHARE * last));
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: from - stride,
    ArrowDown: from - stride,
    ArrowRight: from + stride,
    ArrowUp: from + stride,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(last, Math.max(0, target));
}
