/** A batch of embeddings: so many rows of so many numbers. */
export interface EmbeddingShape {
  readonly rows: number;
  readonly dims: number;
}

/** Rows shorter than this are divided by it instead of by their length, as in src/metric. */
export const NORM_FLOOR = 1e-12;
