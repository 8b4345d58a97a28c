import { checkEmbeddings, type Embeddings } from '../embeddings.ts';

export interface NeighbourSearch {
  readonly reference: Embeddings;
  readonly query: Embeddings;
  readonly k: number;
  /** Leave-one-out: query and reference are the same rows, and no row is its own neighbour. */
  readonly excludeSelf: boolean;
}

/** Throws unless k neighbours can be found. */
function checkSearch({ reference, query, k, excludeSelf }: NeighbourSearch): void {
  checkEmbeddings(reference);
  checkEmbeddings(query);
  if (reference.dims !== query.dims)
    throw new RangeError(
      `reference and query need the same dimensions, not ${reference.dims} and ${query.dims}`,
    );
  if (excludeSelf && reference.rows !== query.rows)
    throw new RangeError('leaving one out needs the query rows to be the reference rows');
  const most = reference.rows - (excludeSelf ? 1 : 0);
  if (query.rows > 0 && !(Number.isInteger(k) && k >= 1 && k <= most))
    throw new RangeError(`k must be a whole number from 1 to ${most} neighbours, not ${k}`);
}

/**
 * The k nearest reference rows of every query row, nearest first, k per query; at equal distances
 * the earlier row. Keeps only the best k while scanning. A distance that is not a number counts as
 * infinite. Throws when dimensions differ or there are fewer than k candidates.
 */
export function nearestNeighbours(search: NeighbourSearch): Int32Array {
  checkSearch(search);
  const { k, excludeSelf, query, reference } = search;
  const { dims } = query;
  const queries = new Float64Array(query.values);
  const references = new Float64Array(reference.values);
  const neighbours = new Int32Array(query.rows * k);
  const kept = new Float64Array(k);
  for (let q = 0; q < query.rows; q++) {
    const start = q * k;
    let count = 0;
    for (let r = 0; r < reference.rows; r++) {
      if (excludeSelf && r === q) continue;
      let measured = 0;
      for (let u = q * dims, v = r * dims; u < (q + 1) * dims; u++, v++)
        measured += (queries[u]! - references[v]!) ** 2;
      const distance = Number.isNaN(measured) ? Infinity : measured;
      if (count === k && distance >= kept[k - 1]!) continue;
      let place = count < k ? count++ : k - 1;
      for (; place > 0 && kept[place - 1]! > distance; place--) {
        kept[place] = kept[place - 1]!;
        neighbours[start + place] = neighbours[start + place - 1]!;
      }
      kept[place] = distance;
      neighbours[start + place] = r;
    }
  }
  return neighbours;
}
