import {
  centred,
  type PairedLoss,
  type PairedViews,
  productsOf,
  timesMatrix,
} from './pairedViews.ts';

/** Added to the variance, as batch normalisation does. */
export const BARLOW_EPSILON = 1e-5;

/** Each coordinate less its mean, divided by its standard deviation (biased), which is given too. */
function standardised(values: Float64Array, { rows, dims }: PairedViews, epsilon: number) {
  const from = centred(values, rows, dims);
  const stds = new Float64Array(dims);
  for (let at = 0; at < from.length; at++) stds[at % dims]! += from[at]! ** 2 / rows;
  for (let k = 0; k < dims; k++) stds[k] = Math.sqrt(stds[k]! + epsilon);
  return { units: from.map((value, at) => value / stds[at % dims]!), stds };
}

/** The gradient with respect to the raw rows, given that with respect to the standardised ones. */
function raw(
  slopes: Float64Array,
  { units, stds }: ReturnType<typeof standardised>,
  { rows, dims }: PairedViews,
): Float64Array {
  const along = new Float64Array(dims);
  for (let at = 0; at < slopes.length; at++) along[at % dims]! += (slopes[at]! * units[at]!) / rows;
  return centred(slopes, rows, dims).map(
    (slope, at) => (slope - units[at]! * along[at % dims]!) / stds[at % dims]!,
  );
}

/**
 * Barlow Twins (Zbontar et al. 2021): of the correlations between the coordinates of one view and
 * those of the other, Σ (1 − C_kk)² + λ Σ C_kl², so that a coordinate agrees with itself across views
 * and with no other. Standardised over the batch with the biased variance. Lengths of embeddings
 * play no part. O(rows · dims²) time.
 */
export function barlowTwins(
  views: PairedViews,
  redundancy: number,
  epsilon: number = BARLOW_EPSILON,
): PairedLoss {
  const { rows, dims } = views;
  const first = standardised(views.first, views, epsilon);
  const second = standardised(views.second, views, epsilon);
  const correlations = productsOf(first.units, second.units, rows, dims).map((sum) => sum / rows);
  const isOwn = (at: number) => at % (dims + 1) === 0;
  const cost = correlations.reduce(
    (sum, value, at) => sum + (isOwn(at) ? (value - 1) ** 2 : redundancy * value * value),
    0,
  );
  const slopes = correlations.map(
    (value, at) => (2 * (isOwn(at) ? value - 1 : redundancy * value)) / rows,
  );
  const turned = slopes.map((_, at) => slopes[(at % dims) * dims + Math.floor(at / dims)]!);
  const none = new Float64Array(views.first.length);
  return {
    losses: new Float64Array(rows).fill(cost),
    own: [none, none],
    shared: [
      raw(timesMatrix(second.units, turned, rows, dims), first, views),
      raw(timesMatrix(first.units, slopes, rows, dims), second, views),
    ],
  };
}
