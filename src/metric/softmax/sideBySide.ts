import type { SimilarityMatrix } from './similarityMatrix.ts';

/** Several comparisons of the same rows as one matrix, the columns of each after those of the one before. */
export interface SideBySide extends Pick<SimilarityMatrix, 'values' | 'rows' | 'columns'> {
  /** The gradient of the rows, and that of what each part compares them with. */
  gradients(slopes: Float64Array): {
    readonly left: Float64Array;
    readonly rights: readonly Float64Array[];
  };
}

/** Puts comparisons of the same rows side by side. */
export function sideBySide(parts: readonly SimilarityMatrix[]): SideBySide {
  const rows = parts[0]!.rows;
  const columns = parts.reduce((sum, part) => sum + part.columns, 0);
  const offsets = parts.map((_, k) =>
    parts.slice(0, k).reduce((sum, part) => sum + part.columns, 0),
  );
  const values = new Float64Array(rows * columns);
  parts.forEach((part, k) => {
    for (let row = 0; row < rows; row++)
      values.set(
        part.values.subarray(row * part.columns, (row + 1) * part.columns),
        row * columns + offsets[k]!,
      );
  });
  return {
    values,
    rows,
    columns,
    gradients(slopes) {
      const found = parts.map((part, k) => {
        const own = new Float64Array(rows * part.columns);
        for (let row = 0; row < rows; row++) {
          const from = row * columns + offsets[k]!;
          own.set(slopes.subarray(from, from + part.columns), row * part.columns);
        }
        return part.gradients(own);
      });
      const left = found[0]!.left.map((_, i) =>
        found.reduce((sum, each) => sum + each.left[i]!, 0),
      );
      return { left, rights: found.map(({ right }) => right) };
    },
  };
}
