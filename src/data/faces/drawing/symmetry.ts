import type { Point } from '../curve.ts';

export const SIDES = [-1, 1] as const;

/** Points down the right side mirrored: up the left. */
export const leftOf = (right: readonly Point[]): Point[] =>
  right.map(([x, y]): Point => [-x, y]).reverse();

/** A closed outline by its right half; points on the axis are not doubled. */
export const mirrored = (right: readonly Point[]): Point[] => [
  ...right,
  ...leftOf(right.filter(([x]) => x > 0)),
];
