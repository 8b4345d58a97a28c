/** A distance between two points as a function of their squared Euclidean distance. */
export interface Distance {
  readonly of: (squared: number) => number;
  /** The w with ∂d(x, y)/∂x = w (x - y), given d(x, y). Finite at 0 too, as a row is from itself. */
  readonly slope: (distance: number) => number;
  /** `of` for a whole row, in place. */
  readonly measureRow: (squares: Float64Array) => void;
  /** What `slope` is at every distance, where it is always the same. */
  readonly constantSlope?: number;
  /** Multiplies each weight by the slope at its distance, in place; missing where all are the same. */
  readonly scaleBySlopes?: (weights: Float64Array, distances: Float64Array) => void;
}

/**
 * Under a square root the gradient at coincident points has no direction. We define it as zero:
 * finite, and the same whichever way the points are approached.
 */
export const COINCIDENT_SLOPE = 0;

/** A distance from its two formulas alone. Calls them once per element: fine unless it is hot. */
export function createDistance({ of, slope }: Pick<Distance, 'of' | 'slope'>): Distance {
  return {
    of,
    slope,
    measureRow: (squares) => {
      for (let j = 0; j < squares.length; j++) squares[j] = of(squares[j]!);
    },
    scaleBySlopes: (weights, distances) => {
      for (let j = 0; j < weights.length; j++)
        if (weights[j] !== 0) weights[j]! *= slope(distances[j]!);
    },
  };
}
