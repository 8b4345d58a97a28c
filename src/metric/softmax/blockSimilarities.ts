import type { Embeddings } from '../embeddings.ts';
import { type SimilarityMatrix, similarityMatrix } from './similarityMatrix.ts';

const rowsOf = ({ values, dims }: Embeddings, from: number, count: number): Embeddings => ({
  values: values.subarray(from * dims, (from + count) * dims),
  rows: count,
  dims,
});

function concatenated(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Compares every row of one set with rows of its own in another: the first with the first block of it,
 * and so on, all blocks as large. Throws where the blocks do not come out even.
 */
export function blockSimilarities(
  left: Embeddings,
  right: Embeddings,
  options: { readonly ofUnitRows: boolean },
): SimilarityMatrix {
  const columns = right.rows / Math.max(1, left.rows);
  if (!Number.isInteger(columns))
    throw new RangeError(
      `rows of its own for each of ${left.rows} queries are a multiple of them, not ${right.rows}`,
    );
  const blocks = Array.from({ length: left.rows }, (_, i) =>
    similarityMatrix(rowsOf(left, i, 1), rowsOf(right, i * columns, columns), options),
  );
  return {
    values: concatenated(blocks.map(({ values }) => values)),
    rows: left.rows,
    columns,
    gradients(slopes) {
      const found = blocks.map((block, i) =>
        block.gradients(slopes.subarray(i * columns, (i + 1) * columns)),
      );
      return {
        left: concatenated(found.map((each) => each.left)),
        right: concatenated(found.map((each) => each.right)),
      };
    },
  };
}
