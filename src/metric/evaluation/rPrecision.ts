import type { Embeddings } from '../embeddings.ts';
import { meanOver, type RankedQuery, rankQueries } from './relevance.ts';

/** The share of relevant rows among the first R, where R is how many there are to find. */
export const rPrecisionOf = ({ relevant, total }: RankedQuery): number =>
  relevant.slice(0, total).filter(Boolean).length / total;

/**
 * R-precision, leave-one-out, averaged over the rows that have a partner (Musgrave et al. 2020).
 * Throws when labels and embeddings do not fit each other.
 */
export const rPrecision = (embeddings: Embeddings, labels: ArrayLike<number>): number =>
  meanOver(rankQueries(embeddings, labels), rPrecisionOf);
