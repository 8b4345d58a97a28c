/** A batch of embeddings: `rows` points of `dims` coordinates each, row after row. */
export interface Embeddings {
  readonly values: Float32Array | Float64Array;
  readonly rows: number;
  readonly dims: number;
}

const isCount = (value: number) => Number.isInteger(value) && value >= 0;

/** Throws unless the values fill rows × dims exactly. Non-finite values pass: see `isDiverged`. */
export function checkEmbeddings({ values, rows, dims }: Embeddings): void {
  if (!isCount(rows) || !isCount(dims) || dims === 0)
    throw new RangeError(
      `embeddings need a whole number of rows and at least one dimension, not ${rows} × ${dims}`,
    );
  if (values.length !== rows * dims)
    throw new RangeError(
      `embeddings of ${rows} rows and ${dims} dimensions need ${rows * dims} values, not ${values.length}`,
    );
}

/** Throws unless there is one whole-number label per row of valid embeddings. */
export function checkLabelled(embeddings: Embeddings, labels: ArrayLike<number>): void {
  checkEmbeddings(embeddings);
  checkLabels(labels);
  if (labels.length !== embeddings.rows)
    throw new RangeError(`${embeddings.rows} embeddings need as many labels, not ${labels.length}`);
}

/** Throws unless every label is a whole number. */
export function checkLabels(labels: ArrayLike<number>): void {
  for (let i = 0; i < labels.length; i++)
    if (!Number.isInteger(labels[i]))
      throw new TypeError(`labels must be whole numbers; label ${i} is ${labels[i]}`);
}

/**
 * Whether a value is not finite, or so large that a squared distance could overflow. A squared
 * distance is at most twice the sum of both squared norms, so the sum below bounds all of them.
 */
export function isDiverged(values: Float32Array | Float64Array): boolean {
  let bound = 0;
  for (let i = 0; i < values.length; i++) bound += 4 * values[i]! * values[i]!;
  return !Number.isFinite(bound);
}
