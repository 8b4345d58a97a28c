import { lookUp } from '#metric/lookUp.ts';
import { circleOfAnchors, circleOfBatch } from '#metric/pairSums/circle.ts';
import { generalisedLifted, lifted } from '#metric/pairSums/lifted.ts';
import { keptPairsOfBatch, multiSimilarity } from '#metric/pairSums/multiSimilarity.ts';
import { measurePairs } from '#metric/pairSums/measurePairs.ts';
import { nca } from '#metric/pairSums/nca.ts';
import type { PairRule } from '#metric/pairSums/pairRule.ts';
import { type SimilarityName, similarities } from '#metric/similarities/registry.ts';
import { similarityMatrix } from '#metric/softmax/similarityMatrix.ts';
import type { Check } from '../check.ts';
import type { Comparison } from '../findings.ts';
import { embeddingsOf, labelsOf, numberOf, toRows } from '../inputs.ts';
import type { OracleCase } from '../oracleCase.ts';
import { onSphere } from './onSphere.ts';
import { slopeTolerance } from './slopeTolerance.ts';
import { compareValues } from './values.ts';

const SIMILARITIES: Readonly<Record<string, SimilarityName>> = {
  cosine: 'cosine',
  dot: 'dot',
  euclid: 'negative-plain',
  negEuclid: 'negative-plain',
  negSqEuclid: 'negative-squared',
};

/** What a loss is a mean of: null where it is left out, and none at all where no pair can cost. */
function compareTerms(
  comparison: Comparison,
  { tolerance }: OracleCase,
  terms: Float64Array,
  wanted: readonly unknown[],
): void {
  if (wanted.length === 0) {
    comparison.same('terms that cost', terms.filter((term) => term > 0).length, 0);
    return;
  }
  const found = [...terms].map((term, i) => (wanted[i] === null && Number.isNaN(term) ? 0 : term));
  const numbers = wanted.map((term) => term ?? 0);
  // These are written with twelve digits.
  const printed = 1e-11 * Math.max(1, ...numbers.map((term) => Math.abs(Number(term))));
  comparison.numbers('terms', found, numbers, Math.max(printed, tolerance?.lossAbs ?? 0));
}

/** Compares a loss of the case's pairs with all that the case tells of it. */
function pairsCase(comparison: Comparison, oracleCase: OracleCase, rule: PairRule): void {
  const { options, expected } = oracleCase;
  const named = `${options['similarity']}`;
  const squares = named === 'euclid' && options['squared'] === true;
  const name = squares ? 'negative-squared' : SIMILARITIES[named];
  if (!name) throw new Error(`unknown similarity "${named}"`);
  const { loss, terms, slopes, gradient } = measurePairs(
    embeddingsOf(oracleCase),
    labelsOf(oracleCase),
    {
      similarity: lookUp(similarities, 'similarity', name),
      normalise: options['normalise'] === true,
    },
    rule,
  );
  const { dims } = embeddingsOf(oracleCase);
  compareValues(comparison, oracleCase, { loss, gradients: { grad: toRows(gradient, dims) } });
  const wantedTerms = expected['perAnchor'] ?? expected['perPair'];
  if (Array.isArray(wantedTerms)) compareTerms(comparison, oracleCase, terms, wantedTerms);
  if (Array.isArray(expected['pairGrad'])) {
    // The case has the slopes of a distance, where it measures with one.
    const sign = named === 'cosine' || named === 'dot' ? 1 : -1;
    const found = toRows(
      slopes.map((slope) => sign * slope),
      labelsOf(oracleCase).length,
    );
    comparison.numbers('pairGrad', found, expected['pairGrad'], slopeTolerance(oracleCase));
  }
}

const multiSimilarityCase: Check = (comparison, oracleCase) => {
  const { options, expected } = oracleCase;
  const slack = options['mining'] ? numberOf(oracleCase, 'epsilon', 0.1) : null;
  pairsCase(
    comparison,
    oracleCase,
    multiSimilarity({
      positiveScale: numberOf(oracleCase, 'alpha', 2),
      negativeScale: numberOf(oracleCase, 'beta', 50),
      base: numberOf(oracleCase, 'base', 0.5),
      slack,
      leavesOutLonePairs: true,
    }),
  );
  if (!Array.isArray(expected['positivePairs'])) return undefined;
  const raw = embeddingsOf(oracleCase);
  const of = Int32Array.from(labelsOf(oracleCase));
  const { positives, negatives } = keptPairsOfBatch(
    { ...similarityMatrix(raw, raw, { ofUnitRows: true }), of },
    slack,
  );
  comparison.same('positivePairs', positives, expected['positivePairs']);
  comparison.same('negativePairs', negatives, expected['negativePairs']);
  return undefined;
};

const circleCase: Check = (comparison, oracleCase) => {
  const options = {
    margin: numberOf(oracleCase, 'm', 0.25),
    scale: numberOf(oracleCase, 'gamma', 256),
  };
  const scoped = oracleCase.options['scope'] === 'global' ? circleOfBatch : circleOfAnchors;
  pairsCase(comparison, oracleCase, scoped(options));
};

const liftedCase: Check = (comparison, oracleCase) => {
  const options = {
    negativeMargin: numberOf(oracleCase, 'negMargin', 1),
    positiveMargin: numberOf(oracleCase, 'posMargin', 0),
  };
  const rule = oracleCase.options['generalized'] === true ? generalisedLifted : lifted;
  pairsCase(comparison, oracleCase, rule(options));
};

const ncaCase: Check = (comparison, oracleCase) => {
  const scale = numberOf(oracleCase, 'scale', 1);
  pairsCase(comparison, oracleCase, nca({ scale, leavesOutVanished: true }));
};

/** Kin of the softmax losses: of pairs in sums of exponentials. */
export const kin: readonly (readonly [category: string, check: Check])[] = [
  ['multi_similarity', multiSimilarityCase],
  ['circle', circleCase],
  ['lifted', liftedCase],
  ['nca', ncaCase],
  ...onSphere,
];
