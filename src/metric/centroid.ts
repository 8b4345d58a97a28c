import type { Embeddings } from './embeddings.ts';

/** The mean of the rows: `dims` numbers, all 0 without any rows. */
export function centroidOf({ values, rows, dims }: Embeddings): Float64Array {
  const centroid = new Float64Array(dims);
  for (let i = 0; i < values.length; i++) centroid[i % dims]! += values[i]! / rows;
  return centroid;
}
