import type { Point } from '#kit/plane/point.ts';

/** The point nearest to (x, y) within `reach` pixels, or undefined. Points are row-major. */
export function nearestPoint(
  points: Float32Array,
  { x, y, reach }: { x: number; y: number; reach: number },
  isShown: (point: number) => boolean,
): number | undefined {
  let nearest: number | undefined;
  let least = reach * reach;
  for (let point = 0; 2 * point < points.length; point++) {
    const square = (points[2 * point]! - x) ** 2 + (points[2 * point + 1]! - y) ** 2;
    if (square <= least && isShown(point)) {
      least = square;
      nearest = point;
    }
  }
  return nearest;
}

/**
 * The next point from (x, y) in a direction (y upwards, though points are in pixels): near, and within
 * 45 degrees of it. The least step is a pixel, so that walking gets through a crowd.
 */
export function nextPoint(
  points: Float32Array,
  { x, y, direction }: { x: number; y: number; direction: Point },
  isShown: (point: number) => boolean,
): number | undefined {
  let next: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let point = 0; 2 * point < points.length; point++) {
    const right = points[2 * point]! - x;
    const up = y - points[2 * point + 1]!;
    const along = right * direction.x + up * direction.y;
    const aside = Math.abs(right * direction.y - up * direction.x);
    if (along < 1 || aside > along || !isShown(point)) continue;
    const cost = along + 2 * aside;
    if (cost < least) {
      least = cost;
      next = point;
    }
  }
  return next;
}

/**
 * Where a step in a direction leads from a point: to the next one on that side, or nowhere. From no point
 * it begins in the middle of the drawing; where nothing lies on that side, with the nearest.
 */
export function walkFrom(
  points: Float32Array,
  at: number | undefined,
  { direction, size }: { direction: Point; size: number },
  isShown: (point: number) => boolean,
): number | undefined {
  const [x, y] = at === undefined ? [size / 2, size / 2] : [points[2 * at]!, points[2 * at + 1]!];
  return (
    nextPoint(points, { x, y, direction }, isShown) ??
    at ??
    nearestPoint(points, { x, y, reach: Number.POSITIVE_INFINITY }, isShown)
  );
}
