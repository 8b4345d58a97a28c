import type { Point } from '#kit/plane/point.ts';
import type { Setting } from '#kit/figure/settings.ts';

/** An angle as one from −π to π. */
export const turnedIn = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));

export const onCircle = (angle: number, radius = 1): Point => ({
  x: radius * Math.cos(angle),
  y: radius * Math.sin(angle),
});

/** The direction of a point from the middle; where it has none, that from before. */
export const angleOf = ({ x, y }: Point, before: number): number =>
  Math.hypot(x, y) < 1e-6 ? before : Math.atan2(y, x);

/** How far two directions are apart: 0 to π. */
export const between = (a: number, b: number): number => Math.abs(turnedIn(a - b));

const DECIMAL = /^-?\d+(\.\d+)?(e-?\d+)?$/;

/** So many angles in radians, spelled `0.5_-1.2_3`. */
export const anglesSetting = (initial: readonly number[]): Setting<readonly number[]> => ({
  initial,
  expects: `${initial.length} angles from −3.15 to 3.15, joined by underscores`,
  format: (angles) => angles.join('_'),
  parse(text) {
    const parts = text.split('_', initial.length + 1);
    const angles = parts.map(Number);
    const isValid =
      angles.length === initial.length &&
      parts.every((part) => DECIMAL.test(part)) &&
      angles.every((angle) => Math.abs(angle) <= 3.15);
    return isValid ? angles : undefined;
  },
  mix: (from, to, t) =>
    from.map((angle, k) => turnedIn(angle + t * turnedIn((to[k] ?? angle) - angle))),
});
