/** A number that an embedding has, and how it changes with the rows. */
export interface Measured {
  readonly value: number;
  /** ∂value/∂rows as they were given, row after row. */
  gradient(): Float64Array;
}
