export type Point = readonly [x: number, y: number];

/** Cubic Bézier pieces, each from where the last one ended: two controls and an end. */
export interface Curve {
  readonly start: Point;
  readonly pieces: readonly (readonly [Point, Point, Point])[];
  readonly closed: boolean;
}

/** A smooth curve (Catmull and Rom) through points. */
export function curveThrough(points: readonly Point[], closed: boolean): Curve {
  const { length } = points;
  const at = (i: number) =>
    closed ? points[(i + length) % length]! : points[Math.min(length - 1, Math.max(0, i))]!;
  const control = (from: Point, before: Point, after: Point, sign: number): Point => [
    from[0] + (sign * (after[0] - before[0])) / 6,
    from[1] + (sign * (after[1] - before[1])) / 6,
  ];
  const pieces = Array.from({ length: closed ? length : length - 1 }, (_, i) => {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    return [control(from, before, to, 1), control(to, from, after, -1), to] as const;
  });
  return { start: points[0]!, pieces, closed };
}

/** Points around an ellipse, enough for a smooth curve through them. */
export const around = ([x, y]: Point, width: number, height: number): Point[] =>
  Array.from({ length: 8 }, (_, i) => [
    x + width * Math.cos((i * Math.PI) / 4),
    y + height * Math.sin((i * Math.PI) / 4),
  ]);

/** A curve as a polygon or a chain of short straight lines. */
export function flatten({ start, pieces }: Curve, steps = 6): Point[] {
  const points: Point[] = [start];
  let from = start;
  for (const [a, b, to] of pieces) {
    for (let step = 1; step <= steps; step++) {
      const t = step / steps;
      const s = 1 - t;
      const along = (axis: 0 | 1) =>
        s * s * s * from[axis] +
        3 * s * s * t * a[axis] +
        3 * s * t * t * b[axis] +
        t * t * t * to[axis];
      points.push([along(0), along(1)]);
    }
    from = to;
  }
  return points;
}
