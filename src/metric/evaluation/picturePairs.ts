import { checkLabelled, type Embeddings } from '../embeddings.ts';

/** All unordered pairs of pictures, their plain distances, and whom they show. */
export interface PicturePairs {
  readonly distances: Float64Array;
  /** Negative distances: higher is more similar, as the ROC curve wants it. */
  readonly scores: Float64Array;
  readonly same: readonly boolean[];
  /** The identities of a pair. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** The rows of a pair in the embedding. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/**
 * Every pair of rows, each once, in the order (1, 0), (2, 0), (2, 1), (3, 0), ... Distances are
 * Euclidean, plain. Throws when there are not as many
 * whole-number identities as rows.
 */
export function picturePairs(embeddings: Embeddings, identities: ArrayLike<number>): PicturePairs {
  checkLabelled(embeddings, identities);
  const { values, rows, dims } = embeddings;
  const count = (rows * (rows - 1)) / 2;
  const distances = new Float64Array(count);
  const same = new Array<boolean>(count);
  const [first, second] = [new Int32Array(count), new Int32Array(count)];
  const [left, right] = [new Int32Array(count), new Int32Array(count)];
  let pair = 0;
  for (let i = 1; i < rows; i++)
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let dim = 0; dim < dims; dim++)
        sum += (values[i * dims + dim]! - values[j * dims + dim]!) ** 2;
      distances[pair] = Math.sqrt(sum);
      same[pair] = identities[i] === identities[j];
      first[pair] = identities[i]!;
      second[pair] = identities[j]!;
      left[pair] = i;
      right[pair] = j;
      pair++;
    }
  return { distances, scores: distances.map((d) => -d), same, first, second, left, right };
}
