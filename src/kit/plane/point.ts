/** A point or a vector of the plane, in embedding units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const add = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
export const subtract = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
export const scale = (a: Point, factor: number): Point => ({ x: a.x * factor, y: a.y * factor });
export const length = (a: Point): number => Math.hypot(a.x, a.y);

/** The form in which `src/metric` takes a point. */
export const toVector = ({ x, y }: Point): readonly [number, number] => [x, y];

/** The force on a point: its negative gradient. */
export const forceOf = (gradient: ArrayLike<number>): Point => ({
  x: -(gradient[0] ?? 0),
  y: -(gradient[1] ?? 0),
});
