import { groupByLabel } from '../classes.ts';
import { checkEmbeddings, checkLabelled, type Embeddings } from '../embeddings.ts';
import { normaliseRows } from '../normalise.ts';

/** One point for each class, in the order of their labels. */
export interface ClassMeans extends Embeddings {
  /** The label of each row. */
  readonly labels: readonly number[];
}

/**
 * The mean of each class's rows; with `unit` brought back to length 1, for points on the sphere. Throws
 * when labels and embeddings do not fit each other.
 */
export function classMeans(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  { unit }: { readonly unit: boolean },
): ClassMeans {
  checkLabelled(embeddings, labels);
  const { values, dims } = embeddings;
  const members = groupByLabel(labels)
    .members.map((rows) => ({ label: labels[rows[0]!]!, rows }))
    .sort((a, b) => a.label - b.label);
  const means = new Float64Array(members.length * dims);
  members.forEach(({ rows }, k) => {
    for (const row of rows)
      for (let d = 0; d < dims; d++) means[k * dims + d]! += values[row * dims + d]! / rows.length;
  });
  const raw = { values: means, rows: members.length, dims };
  return {
    ...raw,
    ...(unit && { values: normaliseRows(raw) }),
    labels: members.map(({ label }) => label),
  };
}

/** What a query is taken for. */
export interface NearestMean {
  /** Plain distance to each mean, in their order. */
  readonly distances: readonly number[];
  /** Place of the nearest among the means; of several the first. */
  readonly nearest: number;
  /** How much farther the second nearest is; infinite where there is one class only. */
  readonly gap: number;
  /** Whether the nearest is no farther than the threshold. */
  readonly accepted: boolean;
}

/**
 * The class whose mean is nearest to a query of `dims` numbers, or none of them: beyond the threshold
 * (plain, itself included) it is refused. Throws when there is no mean, when the query has another number
 * of dimensions, and on a threshold below 0.
 */
export function nearestMean(
  means: ClassMeans,
  query: ArrayLike<number>,
  threshold = Number.POSITIVE_INFINITY,
): NearestMean {
  checkEmbeddings(means);
  const { values, rows, dims } = means;
  if (rows === 0) throw new RangeError('there is no class to compare with: give an example of one');
  if (query.length !== dims)
    throw new RangeError(`the means have ${dims} dimensions, and the query ${query.length}`);
  if (!(threshold >= 0)) throw new RangeError(`a threshold is 0 or more, not ${threshold}`);
  const distances = Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let d = 0; d < dims; d++) sum += (values[row * dims + d]! - query[d]!) ** 2;
    return Math.sqrt(sum);
  });
  const [least = 0, second = Number.POSITIVE_INFINITY] = distances.toSorted((a, b) => a - b);
  return {
    distances,
    nearest: distances.indexOf(least),
    gap: second - least,
    accepted: least <= threshold,
  };
}
