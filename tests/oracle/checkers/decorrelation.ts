import { BARLOW_EPSILON, barlowTwins } from '#metric/decorrelation/barlowTwins.ts';
import {
  meanOfPairs,
  type PairedLoss,
  type PairedViews,
} from '#metric/decorrelation/pairedViews.ts';
import { VICREG_EPSILON, vicreg } from '#metric/decorrelation/vicreg.ts';
import type { Embeddings } from '#metric/embeddings.ts';
import { normalisationGradient, normaliseRows } from '#metric/normalise.ts';
import type { Check } from '../check.ts';
import { toEmbeddings, toRows } from '../inputs.ts';

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

function lossOf(views: PairedViews, options: Readonly<Record<string, unknown>>): PairedLoss {
  const kind = `${options['kind']}`;
  if (kind.startsWith('barlow'))
    return barlowTwins(
      views,
      numberOr(options['lambda'], 0.005),
      numberOr(options['eps'], BARLOW_EPSILON),
    );
  if (kind !== 'vicreg') throw new Error(`unknown kind "${kind}"`);
  const weights = {
    invariance: numberOr(options['invariance'], 25),
    variance: numberOr(options['variance'], 25),
    covariance: numberOr(options['covariance'], 1),
  };
  return vicreg(views, weights, numberOr(options['eps'], VICREG_EPSILON));
}

const check: Check = (comparison, { inputs, options, expected, tolerance }) => {
  const [one, other] = [toEmbeddings(inputs['z1']), toEmbeddings(inputs['z2'])];
  const isUnit = options['normalise'] === true;
  const seen = (view: Embeddings) =>
    isUnit ? normaliseRows(view) : Float64Array.from(view.values);
  const { rows, dims } = one;
  const { loss, first, second } = meanOfPairs(
    lossOf({ first: seen(one), second: seen(other), rows, dims }, options),
  );
  const wanted = expected['loss'] ?? expected['referenceLoss'];
  comparison.number('loss', loss, wanted, tolerance?.lossAbs ?? 1e-10);
  if (Number.isNaN(loss)) return;
  for (const [name, view, gradient] of [
    ['gradZ1', one, first],
    ['gradZ2', other, second],
  ] as const) {
    const slopes = isUnit ? normalisationGradient(view, gradient) : gradient;
    const isGiven = expected['gradUnique'] !== false && Array.isArray(expected[name]);
    if (isGiven)
      comparison.numbers(name, toRows(slopes, dims), expected[name], tolerance?.gradAbs ?? 1e-9);
    else comparison.finite(name, slopes);
  }
};

/** VICReg and Barlow Twins: two views, no negatives. */
export const decorrelation: readonly (readonly [category: string, check: Check])[] = [
  ['decorrelation', check],
];
