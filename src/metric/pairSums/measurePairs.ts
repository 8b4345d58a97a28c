import type { Embeddings } from '../embeddings.ts';
import { normalisationGradient } from '../normalise.ts';
import { toBatch } from '../prepareLoss.ts';
import type { Similarity } from '../similarities/similarity.ts';
import type { PairRule, PairTally } from './pairRule.ts';

interface MeasuredPairs extends PairTally {
  /** ∂loss/∂embeddings, with respect to the raw rows. */
  readonly gradient: Float64Array;
}

/**
 * Applies a rule to the similarities of a labelled batch. With `normalise` (and for the cosine always)
 * the rows are divided by their length first. O(rows² · dims) time, O(rows² + rows · dims) memory.
 * Throws when labels and embeddings do not fit each other.
 */
export function measurePairs(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  { similarity, normalise }: { readonly similarity: Similarity; readonly normalise: boolean },
  rule: PairRule,
): MeasuredPairs {
  const ofUnitRows = normalise || similarity.ofUnitRows;
  const batch = toBatch(embeddings, labels, ofUnitRows);
  const { rows } = batch;
  const values = new Float64Array(rows * rows);
  const row = (of: Float64Array, i: number) => of.subarray(i * rows, (i + 1) * rows);
  for (let i = 0; i < rows; i++) similarity.fill(batch, i, row(values, i));
  const tally = rule({ values, rows, of: batch.classes.of });
  const gradient = new Float64Array(batch.points.length);
  for (let i = 0; i < rows; i++)
    similarity.addGradient(batch, i, row(values, i), row(tally.slopes, i).slice(), gradient);
  return {
    ...tally,
    gradient: ofUnitRows ? normalisationGradient(embeddings, gradient) : gradient,
  };
}
