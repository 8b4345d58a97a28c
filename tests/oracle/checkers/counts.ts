import { groupByLabel } from '#metric/classes.ts';
import { countBatch } from '#metric/counts.ts';
import { mineTriplets } from '#metric/mineTriplets.ts';
import { createRandom } from '#metric/random.ts';
import type { Check } from '../check.ts';
import { labelsOf, toRows } from '../inputs.ts';

export const labelCounts: Check = (comparison, oracleCase) => {
  const { expected, inputs } = oracleCase;
  const labels = labelsOf(oracleCase);
  const counts = countBatch(groupByLabel(labels));
  const found: Readonly<Record<string, number>> = {
    ...counts,
    unorderedPositivePairs: counts.orderedPositivePairs / 2,
    unorderedNegativePairs: counts.orderedNegativePairs / 2,
  };
  for (const [name, count] of Object.entries(found))
    if (name in expected) comparison.number(name, count, expected[name]);
  if ('formulaValue' in expected) {
    const [p, k] = [Number(inputs['P']), Number(inputs['K'])];
    comparison.number('P·K·(K-1)·(P·K-K)', p * k * (k - 1) * (p * k - k), expected['formulaValue']);
  }
  if (Array.isArray(expected['first10'])) {
    const triplets = mineTriplets(
      { miner: 'batch-all', distance: 'plain', margin: 0, normalise: false },
      { values: new Float64Array(labels.length), rows: labels.length, dims: 1 },
      labels,
      createRandom(1),
    );
    comparison.same('first triplets', toRows(triplets, 3).slice(0, 10), expected['first10']);
  }
};
