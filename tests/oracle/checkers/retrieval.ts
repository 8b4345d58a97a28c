import { groupByLabel } from '#metric/classes.ts';
import {
  averagePrecisionAtROf,
  averagePrecisionOf,
  mapAtR,
} from '#metric/evaluation/averagePrecision.ts';
import { knnPredictions } from '#metric/evaluation/knn.ts';
import { recallAtK } from '#metric/evaluation/recall.ts';
import { meanOver, type RankedQuery, rankQueries } from '#metric/evaluation/relevance.ts';
import { rPrecision, rPrecisionOf } from '#metric/evaluation/rPrecision.ts';
import type { Check } from '../check.ts';
import { embeddingsOf, labelsOf, toEmbeddings } from '../inputs.ts';

const firstIsRelevant = ({ relevant }: RankedQuery) => Number(relevant[0]);
const reciprocalRank = ({ relevant }: RankedQuery) => 1 / (relevant.indexOf(true) + 1);

/** Market-1501's average precision: the mean of the precisions before and at each relevant place. */
const marketAveragePrecision = ({ relevant, total }: RankedQuery) => {
  let found = 0;
  let sum = 0;
  relevant.forEach((hit, place) => {
    if (!hit) return;
    const before = place === 0 ? 1 : found / place;
    found++;
    sum += (before + found / (place + 1)) / 2;
  });
  return sum / total;
};

export const retrieval: Check = (comparison, oracleCase) => {
  const { expected, tolerance } = oracleCase;
  const embeddings = embeddingsOf(oracleCase);
  const labels = labelsOf(oracleCase);
  const rate = tolerance?.rateAbs ?? 1e-9;
  const queries = rankQueries(embeddings, labels);
  const averages: Readonly<Record<string, number>> = {
    precision_at_1: meanOver(queries, firstIsRelevant),
    r_precision: rPrecision(embeddings, labels),
    map_at_r: mapAtR(embeddings, labels),
    map_all: meanOver(queries, averagePrecisionOf),
    mrr_pml: meanOver(queries, reciprocalRank),
  };
  for (const [name, value] of Object.entries(averages))
    if (name in expected) comparison.number(name, value, expected[name], rate);

  const { members } = groupByLabel(labels);
  const classes = members
    .map((rows) => queries.filter(({ query }) => rows.includes(query)))
    .filter((ofClass) => ofClass.length > 0);
  const overClasses = (score: (query: RankedQuery) => number) =>
    classes.reduce((sum, ofClass) => sum + meanOver(ofClass, score), 0) / classes.length;
  const perClass = expected['perClassAveraged'] as Record<string, number> | undefined;
  for (const [name, score] of [
    ['precision_at_1', firstIsRelevant],
    ['r_precision', rPrecisionOf],
    ['mean_average_precision_at_r', averagePrecisionAtROf],
  ] as const)
    if (perClass && name in perClass)
      comparison.number(`${name} per class`, overClasses(score), perClass[name], rate);

  const ranked = new Set(queries.map(({ query }) => query));
  if (Array.isArray(expected['singletonQueriesExcluded']))
    comparison.same(
      'queries without a partner',
      labels.flatMap((_, row) => (ranked.has(row) ? [] : [row])),
      expected['singletonQueriesExcluded'],
    );
  for (const [name, value] of Object.entries(
    (expected['recallAtK_numpy'] ?? {}) as Record<string, number>,
  ))
    comparison.number(
      name,
      recallAtK(embeddings, labels, Number(name.replace('recall@', ''))),
      value,
      rate,
    );

  const reid = (expected['reid'] ?? {}) as Record<string, number>;
  const reidentification: Readonly<Record<string, number>> = {
    mAP_sklearn: averages['map_all']!,
    mAP_market1501_interpolated: meanOver(queries, marketAveragePrecision),
    cmc_rank1: recallAtK(embeddings, labels, 1),
    cmc_rank5: recallAtK(embeddings, labels, 5),
  };
  for (const [name, value] of Object.entries(reidentification))
    if (typeof reid[name] === 'number') comparison.number(name, value, reid[name], rate);
};

interface ExpectedKnn {
  readonly accuracy: number;
  readonly predictions: readonly number[];
  readonly train?: readonly number[];
  readonly test?: readonly number[];
}

export const knn: Check = (comparison, oracleCase) => {
  const rows = oracleCase.inputs['embeddings'] as number[][];
  const labels = labelsOf(oracleCase);
  const everyone = [...rows.keys()];
  for (const [name, wanted] of Object.entries(oracleCase.expected as Record<string, ExpectedKnn>)) {
    const k = Number(/k=(\d+)$/.exec(name)?.[1]);
    const reference = wanted.train ?? everyone;
    const query = wanted.test ?? everyone;
    const predictions = knnPredictions({
      reference: toEmbeddings(reference.map((row) => rows[row])),
      referenceLabels: reference.map((row) => labels[row]!),
      query: toEmbeddings(query.map((row) => rows[row])),
      k,
      excludeSelf: !wanted.test,
    });
    comparison.same(`${name} predictions`, predictions, wanted.predictions);
    const right = predictions.filter((label, i) => label === labels[query[i]!]).length;
    comparison.number(`${name} accuracy`, right / query.length, wanted.accuracy, 1e-12);
  }
};
