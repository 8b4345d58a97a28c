import { checkEmbeddings, type Embeddings } from '../embeddings.ts';
import { normalisationGradient, normaliseRows } from '../normalise.ts';

/** The inner products of some rows with others: rows × columns, row after row. */
export interface SimilarityMatrix {
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
  /**
   * The gradients with respect to both sides as they were given, from those with respect to every
   * inner product. Of a set compared with itself, the sum of the two is that of the set.
   */
  gradients(slopes: Float64Array): { readonly left: Float64Array; readonly right: Float64Array };
}

/** left · rightᵀ. */
function products(left: Float64Array, right: Float64Array, dims: number): Float64Array {
  const [rows, columns] = [left.length / dims, right.length / dims];
  const values = new Float64Array(rows * columns);
  for (let i = 0, at = 0; i < rows; i++)
    for (let j = 0; j < columns; j++, at++) {
      let sum = 0;
      for (let u = i * dims, v = j * dims; u < (i + 1) * dims; u++, v++)
        sum += left[u]! * right[v]!;
      values[at] = sum;
    }
  return values;
}

function backward(
  [left, right]: readonly [Float64Array, Float64Array],
  dims: number,
  slopes: Float64Array,
) {
  const gradients = {
    left: new Float64Array(left.length),
    right: new Float64Array(right.length),
  };
  const [rows, columns] = [left.length / dims, right.length / dims];
  for (let i = 0, at = 0; i < rows; i++)
    for (let j = 0; j < columns; j++, at++) {
      const slope = slopes[at]!;
      if (slope === 0) continue;
      for (let u = i * dims, v = j * dims; u < (i + 1) * dims; u++, v++) {
        gradients.left[u]! += slope * right[v]!;
        gradients.right[v]! += slope * left[u]!;
      }
    }
  return gradients;
}

const rowsOf = (given: Embeddings, ofUnitRows: boolean): Float64Array =>
  ofUnitRows ? normaliseRows(given) : Float64Array.from(given.values);

/**
 * Compares every row of one set with every row of another by their inner product: of unit rows the
 * cosine. O(rows · columns · dims) time. Throws where the sets differ in dimensions or are not whole.
 */
export function similarityMatrix(
  left: Embeddings,
  right: Embeddings,
  { ofUnitRows }: { readonly ofUnitRows: boolean },
): SimilarityMatrix {
  checkEmbeddings(left);
  checkEmbeddings(right);
  const { dims } = left;
  if (right.dims !== dims)
    throw new RangeError(
      `embeddings that are compared need the same dimensions, not ${dims} and ${right.dims}`,
    );
  const sides = [rowsOf(left, ofUnitRows), rowsOf(right, ofUnitRows)] as const;
  return {
    values: products(sides[0], sides[1], dims),
    rows: left.rows,
    columns: right.rows,
    gradients(slopes) {
      const found = backward(sides, dims, slopes);
      if (!ofUnitRows) return found;
      return {
        left: normalisationGradient(left, found.left),
        right: normalisationGradient(right, found.right),
      };
    },
  };
}
