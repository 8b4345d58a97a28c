import type { BatchLossConfig } from '#metric/batchLoss.ts';
import { type BatchLoss, createBatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import type { Comparison } from '../findings.ts';
import { distanceOf, embeddingsOf, labelsOf, marginOf, toRows } from '../inputs.ts';
import type { OracleCase, Tolerance } from '../oracleCase.ts';

/** What a case leaves to its category: the distance, margin and normalisation are its own. */
type Choice = Pick<BatchLossConfig, 'loss' | 'miner' | 'reducer' | 'conventions'>;

interface ExpectedLoss {
  readonly loss?: unknown;
  readonly grad?: unknown;
  readonly gradUnique?: unknown;
}

export function computeBatchLoss(
  oracleCase: OracleCase,
  choice: Choice & Partial<BatchLossConfig>,
): BatchLoss {
  const compute = createBatchLoss({
    distance: distanceOf(oracleCase),
    margin: marginOf(oracleCase),
    normalise: oracleCase.options['normalise'] === true,
    zones: true,
    ...choice,
  });
  return compute(embeddingsOf(oracleCase), labelsOf(oracleCase), createRandom(1));
}

/** Compares loss and gradient. A loss of null (the reference returned nothing) is our empty selection. */
export function compareLoss(
  comparison: Comparison,
  { loss, gradient, empty }: BatchLoss,
  expected: ExpectedLoss,
  tolerance: Tolerance,
  dims: number,
): void {
  if (expected.loss === null) {
    comparison.same('empty', empty, true);
    comparison.number('loss of an empty selection', loss, 0);
    return;
  }
  comparison.number('loss', loss, expected.loss, tolerance.lossAbs ?? 1e-10);
  if (Number.isNaN(loss)) return;
  if (expected.gradUnique === false || !Array.isArray(expected.grad))
    comparison.finite('gradient', gradient);
  else
    comparison.numbers(
      'gradient',
      toRows(gradient, dims),
      expected.grad,
      tolerance.gradAbs ?? 1e-9,
    );
}

/** Loss and gradient of a batch case; its `exactDistances`, where present, supersede both. */
export function compareBatchLoss(
  comparison: Comparison,
  oracleCase: OracleCase,
  choice: Choice,
): BatchLoss {
  const result = computeBatchLoss(oracleCase, choice);
  const exact = oracleCase.expected['exactDistances'] as
    | (ExpectedLoss & { readonly tolerance?: Tolerance })
    | undefined;
  const gradUnique = oracleCase.expected['gradUnique'];
  compareLoss(
    comparison,
    result,
    exact ? { gradUnique, ...exact } : oracleCase.expected,
    exact?.tolerance ?? oracleCase.tolerance ?? {},
    embeddingsOf(oracleCase).dims,
  );
  return result;
}
