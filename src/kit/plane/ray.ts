import type { Plane } from './plane.ts';
import { add, length, type Point, scale, subtract } from './point.ts';

/** The direction from one point to another; to the right where they coincide. */
function direction(from: Point, to: Point): Point {
  const along = subtract(to, from);
  const size = length(along);
  return size === 0 ? { x: 1, y: 0 } : scale(along, 1 / size);
}

/** The point at a distance from `from`, on the ray to `to`. */
export const atDistance = (from: Point, to: Point, distance: number): Point =>
  add(from, scale(direction(from, to), distance));

/** How far the ray from `from` through `to` goes before it leaves the plane. */
export function reachWithin(plane: Plane, from: Point, to: Point): number {
  const { x, y } = direction(from, to);
  const until = (start: number, slope: number) =>
    slope === 0 ? Number.POSITIVE_INFINITY : (Math.sign(slope) * plane.extent - start) / slope;
  return Math.max(0, Math.min(until(from.x, x), until(from.y, y)));
}
