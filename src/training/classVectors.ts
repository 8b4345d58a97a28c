/** Vectors that a loss has learned, each in the place of a class: where they lie now. */
export interface ClassVectors {
  /** The class of each vector, ascending. */
  readonly labels: readonly number[];
  /** Row-major, as many numbers each as an embedding has; of length 1 where embeddings are. */
  readonly values: Float32Array;
}
