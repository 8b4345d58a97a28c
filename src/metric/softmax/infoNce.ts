import type { Embeddings } from '../embeddings.ts';
import type { Candidates } from './anchorSoftmax.ts';
import { blockSimilarities } from './blockSimilarities.ts';
import { type ContrastLoss, contrast } from './meanOverAnchors.ts';
import { sideBySide } from './sideBySide.ts';
import { similarityMatrix } from './similarityMatrix.ts';
import { checkTemperature } from './temperature.ts';
import { checkPaired } from './views.ts';

/** Rows that are given as negatives. */
interface ExplicitNegatives {
  readonly rows: Embeddings;
  /**
   * Whether they are negatives of every query instead of the other keys (info-nce-pytorch's
   * "unpaired"), those of each query one block after another instead of them ("paired"), or of
   * every query besides them (sentence-transformers).
   */
  readonly use: 'shared' | 'of each' | 'added';
}

interface InfoNceOptions {
  readonly temperature: number;
  /** Default: none, so that the other keys are the negatives. */
  readonly negatives?: ExplicitNegatives;
  /** Whether rows are divided by their length first. Default: yes. */
  readonly ofUnitRows?: boolean;
}

/**
 * Columns are the keys, and the added negatives after them; where negatives stand instead of the other
 * keys, the query's own key and then its negatives.
 */
interface InfoNceLoss extends ContrastLoss {
  readonly gradients: {
    readonly queries: Float64Array;
    readonly keys: Float64Array;
    /** Only where there are explicit ones. */
    readonly negatives?: Float64Array;
  };
}

/** What the queries are compared with, and in which column each finds its own key. */
function compared(
  queries: Embeddings,
  keys: Embeddings,
  { negatives, ofUnitRows = true }: InfoNceOptions,
) {
  const how = { ofUnitRows };
  if (!negatives)
    return {
      matrix: sideBySide([similarityMatrix(queries, keys, how)]),
      own: (row: number) => row,
    };
  const { rows, use } = negatives;
  const explicit = (use === 'of each' ? blockSimilarities : similarityMatrix)(queries, rows, how);
  return use === 'added'
    ? {
        matrix: sideBySide([similarityMatrix(queries, keys, how), explicit]),
        own: (row: number) => row,
      }
    : { matrix: sideBySide([blockSimilarities(queries, keys, how), explicit]), own: () => 0 };
}

/** Of so many columns, one is the positive and all others are negatives. */
export const oneOf = (columns: number, own: number): Candidates => ({
  positives: [own],
  negatives: Array.from({ length: columns }, (_, column) => column).filter(
    (column) => column !== own,
  ),
});

/**
 * InfoNCE (van den Oord et al. 2018) from queries to keys, row i of both a pair: −ln of the share that
 * its own key has in a softmax over the query's candidates, similarities divided by the temperature.
 * One direction; `clip` is the mean of both. With no negative the loss is 0. O(N C D) time and
 * O((N + C) D + N C) memory for C candidates. Throws where queries and keys do not pair up.
 */
export function infoNce(
  queries: Embeddings,
  keys: Embeddings,
  options: InfoNceOptions,
): InfoNceLoss {
  checkPaired(queries, keys);
  checkTemperature(options.temperature);
  const { matrix, own } = compared(queries, keys, options);
  const found = contrast(matrix, 1 / options.temperature, (row) => oneOf(matrix.columns, own(row)));
  const { left, rights } = matrix.gradients(found.slopes);
  const [ofKeys, ofNegatives] = rights;
  return {
    ...found,
    gradients: {
      queries: left,
      keys: ofKeys!,
      ...(ofNegatives && { negatives: ofNegatives }),
    },
  };
}
