import { createRandom } from '#metric/random.ts';
import { createPKSampler } from '#metric/samplers/pk.ts';
import type { Check } from '../check.ts';
import { toRows } from '../inputs.ts';

const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

export const pkSampler: Check = (comparison, { inputs, options, expected }) => {
  const classSizes = inputs['classSizes'] as number[];
  const k = options['m'] as number;
  const batchSize = options['batchSize'] as number | null;
  const p = batchSize === null ? classSizes.length : batchSize / k;
  const labels = classSizes.flatMap((size, label) => new Array<number>(size).fill(label));
  const create = () => createPKSampler({ labels, p, k, random: createRandom(1) });

  if ('error' in expected) {
    if (/length/.test(String(expected['message'])))
      return 'the sampler has no epoch: it draws batches without end, so no length can be wrong';
    let refused = false;
    try {
      create();
    } catch {
      refused = true;
    }
    comparison.same('refuses the settings', refused, true);
    return;
  }

  const sample = create();
  const batches = Array.from({ length: Number(expected['emitted']) / (p * k) }, () => [
    ...sample(),
  ]);
  comparison.number('emitted', batches.flat().length, expected['emitted']);
  const blocks = batches.map((batch) => toRows(batch, k));
  const labelsOfBatch = batches.map((batch) => batch.map((row) => labels[row]!));
  comparison.same(
    'classes per batch',
    distinct(labelsOfBatch.map((drawn) => new Set(drawn).size)),
    expected['classesPerBatch'],
  );
  comparison.same(
    'samples per class',
    distinct(
      labelsOfBatch.map((drawn) =>
        [...new Set(drawn)].map((label) => drawn.filter((other) => other === label).length),
      ),
    ),
    expected['samplesPerClassPatterns'],
  );
  comparison.same(
    'consecutive blocks of m',
    blocks.flat().every((block) => new Set(block.map((row) => labels[row])).size === 1),
    expected['consecutiveBlocksOfM'],
  );
  const duplicated = blocks.flat().filter((block) => new Set(block).size < block.length);
  comparison.same(
    'duplicates in a batch',
    batches.some((batch) => new Set(batch).size < batch.length),
    expected['duplicateIndexInABatch'],
  );
  comparison.same(
    'duplicates only from small classes',
    duplicated.every((block) => classSizes[labels[block[0]!]!]! < k),
    expected['duplicatesOnlyFromClassesSmallerThanM'],
  );
  return;
};
