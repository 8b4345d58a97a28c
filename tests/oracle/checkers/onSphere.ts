import type { Embeddings } from '#metric/embeddings.ts';
import { alignment } from '#metric/evaluation/alignment.ts';
import { uniformity } from '#metric/evaluation/uniformity.ts';
import { distanceWeights } from '#metric/miners/distanceWeights.ts';
import { normalisationGradient, normaliseRows } from '#metric/normalise.ts';
import type { Check } from '../check.ts';
import { embeddingsOf, labelsOf, numberOf, toEmbeddings, toRows } from '../inputs.ts';
import type { OracleCase } from '../oracleCase.ts';
import { compareValues } from './values.ts';

/** The case's rows: both views one after the other, or the one set that there is. */
function rowsOf({ inputs }: OracleCase): Embeddings {
  const views = ['z1', 'z2'].flatMap((name) => (inputs[name] as number[][] | undefined) ?? []);
  return toEmbeddings(inputs['embeddings'] ?? views);
}

/** Of two views stacked, which sample each row shows. */
const samples = (rows: number) => Array.from({ length: rows }, (_, row) => row % (rows / 2));

/** A uniformity as references have it, which take the logarithm of a mean that may have vanished. */
const withoutTheVanished = (value: number): number =>
  Math.exp(value) === 0 ? Number.NEGATIVE_INFINITY : value;

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
    value: measured.reduce((sum, { value }) => sum + withoutTheVanished(value), 0) / parts,
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

/** What is measured of rows on the sphere. */
export const onSphere: readonly (readonly [category: string, check: Check])[] = [
  ['align_uniform', alignUniform],
  ['distance_weighted', distanceWeightedCase],
];
