import { equalErrorRate } from '#metric/evaluation/equalErrorRate.ts';
import {
  areaUnderRoc,
  averagePrecisionOfPairs,
  rocCurve,
  tarAtFar,
} from '#metric/evaluation/roc.ts';
import { foldAccuracies, ratesAt } from '#metric/evaluation/thresholdAccuracy.ts';
import { distanceMatrix, squaredDistance } from '#metric/pairwise.ts';
import type { Check } from '../check.ts';
import { embeddingsOf, labelsOf } from '../inputs.ts';
import type { OracleCase } from '../oracleCase.ts';

/** Scores and truths: as given, or of all unordered pairs with the negative distance as score. */
function scoredPairs(oracleCase: OracleCase): { scores: number[]; same: boolean[] } {
  const { inputs } = oracleCase;
  if (Array.isArray(inputs['scores']))
    return {
      scores: inputs['scores'] as number[],
      same: (inputs['same'] as (boolean | number)[]).map(Boolean),
    };
  const labels = labelsOf(oracleCase);
  const matrix = distanceMatrix(embeddingsOf(oracleCase), 'plain');
  const scores: number[] = [];
  const same: boolean[] = [];
  labels.forEach((label, i) => {
    for (let j = i + 1; j < labels.length; j++) {
      scores.push(-matrix[i * labels.length + j]!);
      same.push(label === labels[j]);
    }
  });
  return { scores, same };
}

export const verification: Check = (comparison, oracleCase) => {
  const { expected, tolerance } = oracleCase;
  const rate = tolerance?.rateAbs ?? 1e-9;
  const { scores, same } = scoredPairs(oracleCase);
  const curve = rocCurve(scores, same);
  comparison.number('positives', curve.positives, expected['positives']);
  comparison.number('negatives', curve.negatives, expected['negatives']);
  comparison.number('AUC', areaUnderRoc(curve), expected['rocAuc'], rate);
  comparison.number(
    'average precision',
    averagePrecisionOfPairs(curve),
    expected['averagePrecision'],
    rate,
  );
  const eer = equalErrorRate(curve);
  const wantedEer = expected['eer'] as { interpolated: number; nearestPoint: number };
  comparison.number('EER, interpolated', eer.interpolated, wantedEer.interpolated, rate);
  comparison.number('EER, nearest point', eer.nearestPoint, wantedEer.nearestPoint, rate);
  for (const [name, wanted] of Object.entries(
    expected['tarAtFar'] as Record<string, { step: number; interpolated: number }>,
  )) {
    const found = tarAtFar(curve, Number(name.replace('FAR=', '')));
    comparison.number(`TAR at ${name}, step`, found.step, wanted.step, rate);
    comparison.number(
      `TAR at ${name}, interpolated`,
      found.interpolated,
      wanted.interpolated,
      rate,
    );
  }
  const roc = expected['roc'] as { fpr: number[]; tpr: number[]; thresholds: number[] } | null;
  if (!roc) return;
  comparison.numbers('FAR', curve.far, roc.fpr, rate);
  comparison.numbers('TAR', curve.tar, roc.tpr, rate);
  comparison.numbers('thresholds', curve.thresholds, roc.thresholds, rate);
};

export const facenetVerification: Check = (comparison, oracleCase) => {
  const { inputs, expected, source, tolerance } = oracleCase;
  const rate = tolerance?.rateAbs ?? 1e-9;
  const first = inputs['emb1'] as number[][];
  const second = inputs['emb2'] as number[][];
  const pairs = {
    distances: first.map((row, i) => squaredDistance(row, second[i]!)),
    same: (inputs['same'] as (boolean | number)[]).map(Boolean),
  };
  const folds = Number(source.options?.['nrof_folds'] ?? 10);
  const thresholds = Array.from({ length: 400 }, (_, i) => i * 0.01);
  const accuracies = foldAccuracies(pairs, { folds, thresholds });
  comparison.numbers('accuracy per fold', accuracies, expected['accuracyPerFold'], rate);
  const mean = accuracies.reduce((sum, value) => sum + value, 0) / folds;
  const variance = accuracies.reduce((sum, value) => sum + (value - mean) ** 2, 0) / folds;
  comparison.number('mean accuracy', mean, expected['accuracyMean'], rate);
  comparison.number('deviation of accuracy', Math.sqrt(variance), expected['accuracyStd'], rate);
  for (const [threshold, [tar, far]] of Object.entries(
    expected['valFarAtThreshold'] as Record<string, [number, number]>,
  )) {
    const rates = ratesAt(pairs, Number(threshold));
    comparison.number(`TAR at ${threshold}`, rates.tar, tar, rate);
    comparison.number(`FAR at ${threshold}`, rates.far, far, rate);
  }
};
