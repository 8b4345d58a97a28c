import type { Point } from '../plane/point.ts';

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', 1],
  ['ArrowRight', 1],
  ['ArrowDown', -1],
  ['ArrowLeft', -1],
  ['PageUp', 10],
  ['PageDown', -10],
]);

/** How many steps a key takes on anything that goes up and down; undefined for any other key. */
export const stepsOfKey = (key: string): number | undefined => STEPS.get(key);

const DIRECTIONS: ReadonlyMap<string, Point> = new Map([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: 1 }],
  ['ArrowDown', { x: 0, y: -1 }],
]);

/** The way that an arrow key points, as a unit vector, y upwards; undefined for any other key. */
export const directionOfKey = (key: string): Point | undefined => DIRECTIONS.get(key);
