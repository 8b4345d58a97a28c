import { contrastivePair } from '#metric/contrastivePair.ts';
import { distanceMatrix } from '#metric/pairwise.ts';
import type { Check } from '../check.ts';
import { labelsOf, marginOf, pointsOf } from '../inputs.ts';
import { compareBatchLoss } from './batchLoss.ts';

export const contrastivePairCase: Check = (
  comparison,
  { inputs, options, expected, tolerance },
) => {
  const [xi, xj] = inputs['embeddings'] as [number[], number[]];
  const pair = contrastivePair(xi, xj, inputs['y'] as 0 | 1, options['margin'] as number);
  const lossAbs = tolerance?.lossAbs ?? 1e-12;
  comparison.number('loss', pair.loss, expected['loss'], lossAbs);
  comparison.number('distance', pair.distance, expected['distance'], lossAbs);
  if (expected['gradUnique'] === true)
    comparison.numbers(
      'gradient',
      [Array.from(pair.gradI), Array.from(pair.gradJ)],
      expected['grad'],
      tolerance?.gradAbs ?? 1e-9,
    );
  else comparison.finite('gradient', [...pair.gradI, ...pair.gradJ]);
};

export const contrastiveBatchCase: Check = (comparison, oracleCase) => {
  const { expected } = oracleCase;
  const result = compareBatchLoss(comparison, oracleCase, {
    loss: 'contrastive',
    miner: 'batch-all',
    reducer: 'mean',
    conventions: { emptyLoss: expected['loss'] === 'NaN' ? 'NaN' : 'zero' },
  });
  const counts = expected['counts'] as Record<string, number> | undefined;
  if (!counts) return;
  const labels = labelsOf(oracleCase);
  const matrix = distanceMatrix(pointsOf(oracleCase), 'plain');
  const found = { positivePairs: 0, negativePairsInsideMargin: 0, coincidentPairs: 0 };
  labels.forEach((label, i) => {
    for (let j = i + 1; j < labels.length; j++) {
      const d = matrix[i * labels.length + j]!;
      if (d === 0) found.coincidentPairs++;
      if (label === labels[j]) found.positivePairs++;
      else if (d < (marginOf(oracleCase) as number)) found.negativePairsInsideMargin++;
    }
  });
  comparison.number('pairs', result.valid, counts['pairs']);
  for (const [name, count] of Object.entries({
    ...found,
    negativePairs: result.valid - found.positivePairs,
  }))
    if (name in counts) comparison.number(name, count, counts[name]);
};
