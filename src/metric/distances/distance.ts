/** A distance between two points as a function of their squared Euclidean distance. */
export interface Distance {
  readonly of: (squared: number) => number;
  /** The w with ∂d(x, y)/∂x = w (x - y), given d(x, y). */
  readonly slope: (distance: number) => number;
}

/**
 * Under a square root the gradient at coincident points has no direction. We define it as zero:
 * finite, and the same whichever way the points are approached.
 */
export const COINCIDENT_SLOPE = 0;
