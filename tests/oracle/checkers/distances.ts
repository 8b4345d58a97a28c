import { plainClamped } from '#metric/conventions/plainClamped.ts';
import { plainSmoothed } from '#metric/conventions/plainSmoothed.ts';
import type { Distance } from '#metric/distances/distance.ts';
import { plain } from '#metric/distances/plain.ts';
import { squared } from '#metric/distances/squared.ts';
import { normaliseRows } from '#metric/normalise.ts';
import { distanceMatrix } from '#metric/pairwise.ts';
import type { Check } from '../check.ts';
import { embeddingsOf, toRows } from '../inputs.ts';
import { compareBatchLoss, compareLoss, computeBatchLoss } from './batchLoss.ts';

/**
 * Not compared: `omoindrot_*` and `tfa_*`, the Gram form, which loses digits by cancellation where
 * ours, by differences, does not.
 */
const MATRICES: ReadonlyMap<string, Distance> = new Map<string, Distance>([
  ['squaredExact', squared],
  ['euclideanExact', plain],
  ['joseph_unsquared_clamped', plainClamped],
  ['hermans_euclidean', plainSmoothed],
]);

/** The distance of a row to itself is 0 with us; the clamped and smoothed references raise it too. */
const withoutDiagonal = (rows: readonly number[][]) =>
  rows.map((row, i) => row.filter((_, j) => i !== j));

export const pairwiseDistances: Check = (comparison, oracleCase) => {
  const embeddings = embeddingsOf(oracleCase);
  for (const [name, distance] of MATRICES) {
    const expected = oracleCase.expected[name] as number[][] | undefined;
    if (!expected) continue;
    const matrix = toRows(distanceMatrix(embeddings, distance), embeddings.rows);
    const largest = Math.max(...expected.flat());
    comparison.numbers(
      name,
      withoutDiagonal(matrix),
      withoutDiagonal(expected),
      name === 'joseph_unsquared_clamped' ? 1e-6 * largest : 1e-12 * largest,
    );
  }
};

export const normalisation: Check = (comparison, oracleCase) => {
  const { expected } = oracleCase;
  const embeddings = embeddingsOf(oracleCase);
  comparison.numbers(
    'normalised',
    toRows(normaliseRows(embeddings), embeddings.dims),
    expected['normalised'],
    1e-12,
  );
  compareBatchLoss(comparison, oracleCase, {
    loss: 'triplet',
    miner: 'batch-all',
    reducer: 'mean-nonzero',
  });
  const squared = expected['josephOnNormalised'] as
    | { loss: number; grad: number[][]; source: { options: { margin: number } } }
    | undefined;
  if (!squared) return;
  const result = computeBatchLoss(oracleCase, {
    loss: 'triplet',
    miner: 'batch-all',
    reducer: 'mean',
    distance: 'squared',
    margin: squared.source.options.margin,
  });
  compareLoss(
    comparison,
    result,
    { ...squared, gradUnique: expected['gradUnique'] },
    oracleCase.tolerance ?? {},
    embeddings.dims,
  );
};
