import { groupByLabel } from '../classes.ts';
import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { averagePrecisionAtROf } from './averagePrecision.ts';
import type { RankedQuery } from './relevance.ts';
import { rPrecisionOf } from './rPrecision.ts';

export interface Retrieval {
  readonly rPrecision: number;
  readonly mapAtR: number;
}

/**
 * R-precision and MAP@R as `rPrecision` and `mapAtR` have them, worked out a few queries at a time, so
 * that thousands of rows can be judged while something else goes on. Only the nearest R of a query are
 * put in order: O(rows) memory. With a stride of n every n-th row is a query, and all rows are what is
 * found. Throws when labels and embeddings do not fit each other.
 */
export function createRetrievalPass(embeddings: Embeddings, labels: ArrayLike<number>, stride = 1) {
  checkLabelled(embeddings, labels);
  const { values, rows, dims } = embeddings;
  const { of, members } = groupByLabel(labels);
  const distances = new Float64Array(rows);
  const sorted = new Float64Array(rows - 1);
  let query = 0;
  let judged = 0;
  let rPrecision = 0;
  let mapAtR = 0;

  function measure(): void {
    for (let row = 0; row < rows; row++) {
      let square = 0;
      for (let d = 0; d < dims; d++)
        square += (values[query * dims + d]! - values[row * dims + d]!) ** 2;
      distances[row] = square;
    }
  }

  /** Whether each of the nearest R other rows is of the query's class, nearest first. */
  function nearest(total: number): RankedQuery {
    for (let row = 0, place = 0; row < rows; row++)
      if (row !== query) sorted[place++] = distances[row]!;
    const border = sorted.sort()[total - 1]!;
    const near: number[] = [];
    for (let row = 0; row < rows; row++)
      if (row !== query && distances[row]! <= border) near.push(row);
    // At equal distances the earlier row comes first: the sort is stable.
    near.sort((a, b) => distances[a]! - distances[b]!);
    const relevant = near.slice(0, total).map((row) => of[row] === of[query]);
    return { query, relevant, total };
  }

  return {
    /** Goes on by so many queries; the result once they are all done. */
    advance(queries: number): Retrieval | undefined {
      for (const end = Math.min(rows, query + queries * stride); query < end; query += stride) {
        const total = members[of[query]!]!.length - 1;
        if (total === 0) continue;
        measure();
        const ranked = nearest(total);
        rPrecision += rPrecisionOf(ranked);
        mapAtR += averagePrecisionAtROf(ranked);
        judged++;
      }
      if (query < rows) return undefined;
      return judged === 0
        ? { rPrecision: 0, mapAtR: 0 }
        : { rPrecision: rPrecision / judged, mapAtR: mapAtR / judged };
    },
  };
}

export type RetrievalPass = ReturnType<typeof createRetrievalPass>;
