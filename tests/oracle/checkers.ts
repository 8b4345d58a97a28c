import type { Check } from './check.ts';
import { contrastiveBatchCase, contrastivePairCase } from './checkers/contrastive.ts';
import { labelCounts } from './checkers/counts.ts';
import { decorrelation } from './checkers/decorrelation.ts';
import { normalisation, pairwiseDistances } from './checkers/distances.ts';
import { kin } from './checkers/kin.ts';
import {
  batchEasyHard,
  facenetSelect,
  hardestNegativePerPair,
  tripletMargin,
} from './checkers/mining.ts';
import { pairLosses } from './checkers/pairs.ts';
import { knn, retrieval } from './checkers/retrieval.ts';
import { proxyLosses } from './checkers/proxies.ts';
import { pkSampler } from './checkers/sampler.ts';
import { ntXentLabels } from './checkers/softmax.ts';
import {
  batchAllMean,
  batchAllMeanNonzero,
  batchHard,
  semiHardTfa,
  singleTriplet,
} from './checkers/triplet.ts';
import { facenetVerification, verification } from './checkers/verification.ts';

/** A plateau is a case of the loss that its options name. */
const plateau: Check = (comparison, oracleCase) => {
  const loss = `${oracleCase.options['loss']}`;
  const check = checkers.get(loss);
  if (!check) throw new Error(`a plateau of a loss without a check, "${loss}"`);
  return check(comparison, oracleCase);
};

export const checkers: ReadonlyMap<string, Check> = new Map([
  ['contrastive.pair', contrastivePairCase],
  ['contrastive.batch', contrastiveBatchCase],
  ['triplet.single', singleTriplet],
  ['batch_all.mean_all', batchAllMean],
  ['batch_all.mean_nonzero', batchAllMeanNonzero],
  ['batch_hard', batchHard],
  ['batch_hard.soft_margin', batchHard],
  ['semihard.tfa', semiHardTfa],
  ['mining.triplet_margin', tripletMargin],
  ['mining.batch_easy_hard', batchEasyHard],
  ['mining.hardest_negative_per_pair', hardestNegativePerPair],
  ['mining.facenet_select', facenetSelect],
  ['distances.pairwise', pairwiseDistances],
  ['normalise', normalisation],
  ['retrieval', retrieval],
  ['knn', knn],
  ['verification', verification],
  ['verification.facenet', facenetVerification],
  ['counts.pk', labelCounts],
  ['counts.labels', labelCounts],
  ['sampler', pkSampler],
  ['ntxent.labels', ntXentLabels],
  ...decorrelation,
  ...kin,
  ...proxyLosses,
  ...pairLosses,
  ['plateau', plateau],
]);
