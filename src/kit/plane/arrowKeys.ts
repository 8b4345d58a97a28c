import { directionOfKey } from '../controls/keys.ts';
import type { Point } from './point.ts';

/** How far an arrow key moves a point, in units of the plane, and with Shift. */
const STEP = 0.05;
const FINE_STEP = 0.01;

/** Where a key moves a point that it is pressed on: undefined for a key that is no arrow. */
export function movedByKey(
  { x, y }: Point,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): Point | undefined {
  const direction = directionOfKey(key);
  const step = shiftKey ? FINE_STEP : STEP;
  return direction && { x: x + direction.x * step, y: y + direction.y * step };
}
