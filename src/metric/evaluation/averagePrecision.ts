import type { Embeddings } from '../embeddings.ts';
import { meanOver, type RankedQuery, rankQueries } from './relevance.ts';

/** The sum of the precisions at every relevant place among the first `depth`, divided by R. */
const precisionsUpTo = ({ relevant, total }: RankedQuery, depth: number): number => {
  let found = 0;
  let sum = 0;
  for (let place = 0; place < depth; place++)
    if (relevant[place]) {
      found++;
      sum += found / (place + 1);
    }
  return sum / total;
};

/** Average precision cut at R: like R-precision, but having the right ones first counts for more. */
export const averagePrecisionAtROf = (query: RankedQuery): number =>
  precisionsUpTo(query, query.total);

/** Average precision over the whole ranking. */
export const averagePrecisionOf = (query: RankedQuery): number =>
  precisionsUpTo(query, query.relevant.length);

/**
 * MAP@R, leave-one-out, averaged over the rows that have a partner (Musgrave et al. 2020). Throws
 * when labels and embeddings do not fit each other.
 */
export const mapAtR = (embeddings: Embeddings, labels: ArrayLike<number>): number =>
  meanOver(rankQueries(embeddings, labels), averagePrecisionAtROf);
