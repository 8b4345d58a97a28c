import { forEachItem } from '#metric/lossItems.ts';
import type { SimilarityName } from '#metric/similarities/registry.ts';
import type { Check } from '../check.ts';
import { embeddingsOf, labelsOf } from '../inputs.ts';
import type { OracleCase } from '../oracleCase.ts';
import { compareBatchLoss } from './batchLoss.ts';

const SIMILARITIES: ReadonlyMap<unknown, SimilarityName> = new Map([
  ['cosine', 'cosine'],
  ['dot', 'dot'],
  ['negEuclid', 'negative-plain'],
  ['negSqEuclid', 'negative-squared'],
]);

const choiceOf = ({ options }: OracleCase) => {
  const similarity = SIMILARITIES.get(options['similarity']);
  if (!similarity) throw new Error(`unknown similarity "${options['similarity']}"`);
  return {
    loss: 'nt-xent',
    miner: 'batch-all',
    similarity,
    temperature: options['temperature'] as number,
    normalise: options['normalise'] === true,
  } as const;
};

export const ntXentLabels: Check = (comparison, oracleCase) => {
  const { expected, tolerance } = oracleCase;
  const choice = choiceOf(oracleCase);
  const { valid } = compareBatchLoss(comparison, oracleCase, { ...choice, reducer: 'mean' });
  const counts = expected['counts'] as Readonly<Record<string, number>> | undefined;
  if (counts && counts['negativePairsOrdered'] !== 0 && 'positivePairsOrdered' in counts)
    comparison.number('positivePairsOrdered', valid, counts['positivePairsOrdered']);
  if (!Array.isArray(expected['perPair'])) return;
  const losses: number[] = [];
  forEachItem(
    choice,
    embeddingsOf(oracleCase),
    labelsOf(oracleCase),
    () => 0,
    ({ y }) => losses.push(y),
  );
  comparison.numbers('perPair', losses, expected['perPair'], tolerance?.lossAbs ?? 1e-9);
};
