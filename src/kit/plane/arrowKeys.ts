import { directionOfKey } from '../controls/keys.ts';
import type { Point } from './point.ts';

/** How far an arrow key moves a point, in units of the plane, and what part of that with Shift. */
const STEP = 0.05;
const FINE = 0.2;

/** Where a key moves a point that it is pressed on: undefined for a key that is no arrow. */
export function movedByKey(
  { x, y }: Point,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  whole = STEP,
): Point | undefined {
  const direction = directionOfKey(key);
  const step = shiftKey ? FINE * whole : whole;
  return direction && { x: x + direction.x * step, y: y + direction.y * step };
}
