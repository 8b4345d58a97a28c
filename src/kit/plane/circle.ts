import { createPlane, type Plane } from './plane.ts';
import type { Point } from './point.ts';

/** The place on the unit circle at an angle in degrees, counterclockwise from the right. */
export function onCircle(degrees: number): Point {
  const angle = (Math.PI * degrees) / 180;
  return { x: Math.cos(angle), y: Math.sin(angle) };
}

/** The angle of a place, from -180 to 180 degrees, to a tenth: what a link spells is short. */
export const degreesOf = ({ x, y }: Point): number =>
  Math.round((1800 * Math.atan2(y, x)) / Math.PI) / 10;

/** The smaller angle between two directions, from 0 to 180 degrees. */
export function degreesApart(one: number, other: number): number {
  const apart = Math.abs(one - other) % 360;
  return apart > 180 ? 360 - apart : apart;
}

/**
 * A piece of the plane whose points stay on the unit circle: wherever a drag or an arrow key would take
 * one, it goes to the nearest place of the circle.
 */
export const createCirclePlane = (options: { extent: number; size: number }): Plane => ({
  ...createPlane(options),
  clamp: (point) => onCircle(degreesOf(point)),
});
