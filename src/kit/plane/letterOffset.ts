import type { Plane } from './plane.ts';
import { add, type Point, scale } from './point.ts';

const LETTER_DISTANCE = 24;
const LETTER_ROOM = 12;

/**
 * From a point to its letter, in pixels: in the given direction (a unit vector, y downwards), or
 * turned by quarters until the letter is within the plane.
 */
export function letterOffset(plane: Plane, point: Point, direction: Point): Point {
  const here = plane.toPixels(point);
  const { x, y } = scale(direction, LETTER_DISTANCE);
  const turns = [
    { x, y },
    { x: -x, y: -y },
    { x: y, y: -x },
    { x: -y, y: x },
  ];
  const hasRoom = (place: Point) =>
    Math.min(place.x, place.y) >= LETTER_ROOM &&
    Math.max(place.x, place.y) <= plane.size - LETTER_ROOM;
  return turns.find((turn) => hasRoom(add(here, turn))) ?? { x, y };
}
