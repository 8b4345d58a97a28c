import { groupByLabel } from '../classes.ts';
import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { nearestNeighbours } from './neighbours.ts';

/** One query against all other rows: which of them, nearest first, are of its class. */
export interface RankedQuery {
  readonly query: number;
  readonly relevant: readonly boolean[];
  /** How many rows of the query's class there are to find. */
  readonly total: number;
}

/**
 * Ranks all other rows for every row that has a partner: a row alone in its class has nothing to
 * find and is left out (Musgrave et al. 2020). At equal distances the earlier row comes first.
 * Throws when labels and embeddings do not fit each other.
 */
export function rankQueries(embeddings: Embeddings, labels: ArrayLike<number>): RankedQuery[] {
  checkLabelled(embeddings, labels);
  const { rows } = embeddings;
  if (rows < 2) return [];
  const depth = rows - 1;
  const neighbours = nearestNeighbours({
    reference: embeddings,
    query: embeddings,
    k: depth,
    excludeSelf: true,
  });
  const { of, members } = groupByLabel(labels);
  return Array.from({ length: rows }, (_, query) => ({
    query,
    relevant: Array.from(
      neighbours.subarray(query * depth, (query + 1) * depth),
      (row) => of[row] === of[query],
    ),
    total: members[of[query]!]!.length - 1,
  })).filter(({ total }) => total > 0);
}

/** The mean of a score over ranked queries; 0 when there are none. */
export const meanOver = (
  queries: readonly RankedQuery[],
  score: (query: RankedQuery) => number,
): number =>
  queries.length === 0 ? 0 : queries.reduce((sum, query) => sum + score(query), 0) / queries.length;
