import type { Embeddings } from '#metric/embeddings.ts';
import { alignment } from '#metric/evaluation/alignment.ts';
import { uniformity } from '#metric/evaluation/uniformity.ts';
import { lookUp } from '#metric/lookUp.ts';
import { distanceWeights } from '#metric/miners/distanceWeights.ts';
import { normalisationGradient, normaliseRows } from '#metric/normalise.ts';
import { circleOfAnchors, circleOfBatch } from '#metric/pairSums/circle.ts';
import { generalisedLifted, lifted } from '#metric/pairSums/lifted.ts';
import { keptPairs, multiSimilarity } from '#metric/pairSums/multiSimilarity.ts';
import { measurePairs } from '#metric/pairSums/measurePairs.ts';
import { nca } from '#metric/pairSums/nca.ts';
import type { PairRule } from '#metric/pairSums/pairRule.ts';
import { type SimilarityName, similarities } from '#metric/similarities/registry.ts';
import { similarityMatrix } from '#metric/softmax/similarityMatrix.ts';
import type { Check } from '../check.ts';
import type { Comparison } from '../findings.ts';
import { embeddingsOf, labelsOf, toEmbeddings, toRows } from '../inputs.ts';
import type { OracleCase } from '../oracleCase.ts';
import { compareValues } from './values.ts';

/** The case's rows: both views one after the other, or the one set that there is. */
function rowsOf({ inputs }: OracleCase): Embeddings {
  const views = ['z1', 'z2'].flatMap((name) => (inputs[name] as number[][] | undefined) ?? []);
  return toEmbeddings(inputs['embeddings'] ?? views);
}

const numberOf = ({ options }: OracleCase, name: string, initial: number): number =>
  typeof options[name] === 'number' ? options[name] : initial;

/** Of two views stacked, which sample each row shows. */
const samples = (rows: number) => Array.from({ length: rows }, (_, row) => row % (rows / 2));

/** The mean of the uniformities of parts of one size; the gradient is that of all rows. */
function uniformityOfParts({ values, rows, dims }: Embeddings, parts: number, t: number) {
  const measured = Array.from({ length: parts }, (_, k) =>
    uniformity(
      {
        values: values.subarray((k * values.length) / parts, ((k + 1) * values.length) / parts),
        rows: rows / parts,
        dims,
      },
      t,
    ),
  );
  return {
    value: measured.reduce((sum, { value }) => sum + value, 0) / parts,
    gradient: () =>
      Float64Array.from(measured.flatMap(({ gradient }) => [...gradient()])).map(
        (slope) => slope / parts,
      ),
  };
}

const alignUniform: Check = (comparison, oracleCase) => {
  const { options, inputs } = oracleCase;
  const raw = rowsOf(oracleCase);
  const unit = options['normalise'] !== false;
  const seen = unit ? { ...raw, values: normaliseRows(raw) } : raw;
  const term = options['term'];
  const measured = [];
  if (term === 'alignment' || term === 'both')
    measured.push(alignment(seen, samples(raw.rows), numberOf(oracleCase, 'alpha', 2)));
  if (term === 'uniformity' || term === 'both')
    measured.push(
      uniformityOfParts(seen, inputs['embeddings'] ? 1 : 2, numberOf(oracleCase, 't', 2)),
    );
  if (measured.length === 0) throw new Error(`unknown term "${term}"`);
  const sum = new Float64Array(raw.values.length);
  for (const { gradient } of measured)
    gradient().forEach((slope, i) => {
      sum[i]! += slope;
    });
  const loss = measured.reduce((all, { value }) => all + value, 0);
  const rows = toRows(unit ? normalisationGradient(raw, sum) : sum, raw.dims);
  compareValues(comparison, oracleCase, {
    loss,
    gradients: inputs['embeddings']
      ? { grad: rows }
      : { gradZ1: rows.slice(0, raw.rows / 2), gradZ2: rows.slice(raw.rows / 2) },
  });
};

const SIMILARITIES: Readonly<Record<string, SimilarityName>> = {
  cosine: 'cosine',
  dot: 'dot',
  euclid: 'negative-plain',
  negEuclid: 'negative-plain',
  negSqEuclid: 'negative-squared',
};

/** Compares a loss of the case's pairs with all that the case tells of it. */
function pairsCase(comparison: Comparison, oracleCase: OracleCase, rule: PairRule): void {
  const { options, expected, tolerance } = oracleCase;
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
  if (Array.isArray(wantedTerms))
    comparison.numbers(
      'terms',
      [...terms].map((term, i) => (wantedTerms[i] === null && Number.isNaN(term) ? 0 : term)),
      wantedTerms.map((term: unknown) => term ?? 0),
      termTolerance(wantedTerms),
    );
  if (Array.isArray(expected['pairGrad'])) {
    // The case has the slopes of a distance, where it measures with one.
    const sign = named === 'cosine' || named === 'dot' ? 1 : -1;
    const found = toRows(
      slopes.map((slope) => sign * slope),
      labelsOf(oracleCase).length,
    );
    comparison.numbers('pairGrad', found, expected['pairGrad'], tolerance?.gradAbs ?? 1e-9);
  }
}

/** These are written with twelve digits. */
const termTolerance = (terms: readonly unknown[]) =>
  1e-11 * Math.max(1, ...terms.map((term) => Math.abs(Number(term ?? 0))));

const multiSimilarityCase: Check = (comparison, oracleCase) => {
  const { options, expected } = oracleCase;
  const slack = options['mining'] === null ? null : numberOf(oracleCase, 'epsilon', 0.1);
  pairsCase(
    comparison,
    oracleCase,
    multiSimilarity({
      positiveScale: numberOf(oracleCase, 'alpha', 2),
      negativeScale: numberOf(oracleCase, 'beta', 50),
      base: numberOf(oracleCase, 'base', 0.5),
      slack,
    }),
  );
  if (!Array.isArray(expected['positivePairs'])) return;
  const raw = embeddingsOf(oracleCase);
  const of = Int32Array.from(labelsOf(oracleCase));
  const { values, rows } = similarityMatrix(raw, raw, { ofUnitRows: true });
  const kept: Record<'positivePairs' | 'negativePairs', number[][]> = {
    positivePairs: [],
    negativePairs: [],
  };
  for (let anchor = 0; anchor < rows; anchor++) {
    const alike = values.subarray(anchor * rows, (anchor + 1) * rows);
    const keeps = keptPairs({ anchor, alike, of }, slack);
    for (let row = 0; row < rows; row++)
      if (keeps(row))
        kept[of[row] === of[anchor] ? 'positivePairs' : 'negativePairs'].push([anchor, row]);
  }
  for (const [name, pairs] of Object.entries(kept)) comparison.same(name, pairs, expected[name]);
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

const distanceWeightedCase: Check = (comparison, oracleCase) => {
  const { expected, tolerance } = oracleCase;
  const found = distanceWeights(embeddingsOf(oracleCase), labelsOf(oracleCase), {
    clip: numberOf(oracleCase, 'cutoff', 0.5),
    last: numberOf(oracleCase, 'nonzeroLossCutoff', 1.4),
  });
  const wanted = expected['probabilities'] as readonly (readonly number[] | null)[];
  wanted.forEach((row, anchor) => {
    if (row === null) comparison.same(`candidates of ${anchor}`, found[anchor] ?? null, null);
    else
      comparison.numbers(
        `probabilities of ${anchor}`,
        found[anchor] ?? [],
        row,
        tolerance?.probabilityAbs ?? 1e-9,
      );
  });
  comparison.same(
    'anchors without a candidate',
    found.flatMap((row, anchor) => (row ? [] : [anchor])),
    expected['anchorsWithoutCandidate'] ?? [],
  );
};

/** Kin of the softmax losses: of pairs in sums of exponentials. */
export const kin: readonly (readonly [category: string, check: Check])[] = [
  ['multi_similarity', multiSimilarityCase],
  ['circle', circleCase],
  ['lifted', liftedCase],
  ['nca', ncaCase],
  ['align_uniform', alignUniform],
  ['distance_weighted', distanceWeightedCase],
];
