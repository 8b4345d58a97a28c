import { groupByLabel } from '../classes.ts';
import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { infoNce } from './infoNce.ts';
import type { ContrastLoss } from './meanOverAnchors.ts';

interface NPairOptions {
  /** Whether rows are divided by their length first. Default: no, as in the paper; pytorch-metric-learning does. */
  readonly ofUnitRows?: boolean;
}

interface NPairLoss extends ContrastLoss {
  readonly gradient: Float64Array;
  /** Anchor and positive of each class, classes by ascending label. */
  readonly pairs: readonly (readonly [anchor: number, positive: number])[];
}

/** Some rows as a set of their own. */
function chosen({ values, dims }: Embeddings, rows: readonly number[]): Embeddings {
  const own = new Float64Array(rows.length * dims);
  rows.forEach((row, k) => {
    own.set(values.subarray(row * dims, (row + 1) * dims), k * dims);
  });
  return { values: own, rows: rows.length, dims };
}

/**
 * The N-pair loss (Sohn 2016): the first row of each class asks for its second among the second rows of
 * all classes, in a softmax at temperature 1, which is InfoNCE; all other rows take no part. The
 * paper's penalty on the lengths of the rows is left out, as in pytorch-metric-learning. Without a
 * class of two rows the loss is 0.
 */
export function nPair(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  { ofUnitRows = false }: NPairOptions = {},
): NPairLoss {
  checkLabelled(embeddings, labels);
  const { members, labels: names } = groupByLabel(labels);
  const pairs = members
    .map((rows, id) => ({ rows, label: names[id]! }))
    .filter(({ rows }) => rows.length > 1)
    .toSorted((a, b) => a.label - b.label)
    .map(({ rows }) => [rows[0]!, rows[1]!] as const);
  const anchors = pairs.map(([anchor]) => anchor);
  const positives = pairs.map(([, positive]) => positive);
  const { gradients, ...found } = infoNce(
    chosen(embeddings, anchors),
    chosen(embeddings, positives),
    { temperature: 1, ofUnitRows },
  );
  const { dims } = embeddings;
  const gradient = new Float64Array(embeddings.values.length);
  const put = (rows: readonly number[], own: Float64Array) =>
    rows.forEach((row, k) => {
      gradient.set(own.subarray(k * dims, (k + 1) * dims), row * dims);
    });
  put(anchors, gradients.queries);
  put(positives, gradients.keys);
  return { ...found, gradient, pairs };
}
