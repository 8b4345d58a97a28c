import type { Embeddings } from '../embeddings.ts';
import { softplus } from '../margin.ts';
import { comparedViews, otherViewOf, type TwoViewLoss } from './decoupled.ts';
import { meanOverAnchors } from './meanOverAnchors.ts';
import { logSumExp } from './softmax.ts';
import { checkTemperature } from './temperature.ts';

interface DebiasedOptions {
  readonly temperature: number;
  /** The share of the negatives that are thought to be of the anchor's class, from 0 to below 1. */
  readonly tauPlus: number;
  /** How much more the negatives that are near count: 0 is the debiased loss without it. */
  readonly beta?: number;
}

/** ln R, of the sum of the negatives' exponentials with each weighed by exp(beta · logit) / its mean. */
function reweighted(logits: Float64Array, beta: number) {
  const raised = logSumExp(logits.map((logit) => (1 + beta) * logit));
  const weights = logSumExp(logits.map((logit) => beta * logit));
  return {
    value: Math.log(logits.length) + raised - weights,
    slope: (k: number) =>
      (1 + beta) * Math.exp((1 + beta) * logits[k]! - raised) -
      beta * Math.exp(beta * logits[k]! - weights),
  };
}

/**
 * ln of what is left of R once the negatives that are positives are taken out, but at least of what
 * all negatives have at cosine −1; with its derivatives by ln R and by the positive's logit.
 */
function withoutFalse(all: number, positive: number, count: number, options: DebiasedOptions) {
  const { tauPlus, temperature } = options;
  const top = Math.max(all, positive);
  const [sum, taken] = [Math.exp(all - top), tauPlus * count * Math.exp(positive - top)];
  const floor = Math.log(count) - 1 / temperature;
  const value = top + Math.log((sum - taken) / (1 - tauPlus));
  // NaN where more is taken out than there is.
  if (!(value >= floor)) return { value: floor, byAll: 0, byPositive: 0 };
  return { value, byAll: sum / (sum - taken), byPositive: -taken / (sum - taken) };
}

/**
 * The debiased contrastive loss of two views (Chuang et al. 2020), with hard negatives weighed up where
 * `beta` is above 0 (Robinson et al. 2021), as joshr17/HCL has it: the positive's share beside
 * N_g = max((R − τ⁺ M e^s⁺)/(1 − τ⁺), M e^(−1/T)), of M = 2N − 2 negatives; the weights are part of
 * the gradient. The mean over the 2N anchors; a single sample costs 0. Throws on a share of the
 * positives that is none, and where the views are not of one shape.
 */
export function debiased(
  one: Embeddings,
  other: Embeddings,
  options: DebiasedOptions,
): TwoViewLoss {
  const { temperature, tauPlus, beta = 0 } = options;
  checkTemperature(temperature);
  if (!(tauPlus >= 0 && tauPlus < 1))
    throw new RangeError(`tauPlus is a share from 0 to below 1, not ${tauPlus}`);
  const { matrix, gradientsOf } = comparedViews(one, other);
  const candidatesOf = otherViewOf(one.rows);
  const found = meanOverAnchors(matrix, 1 / temperature, (row, logits, slopes) => {
    const { positives, negatives } = candidatesOf(row);
    if (negatives.length === 0) return 0;
    const positive = positives[0]!;
    const all = reweighted(
      Float64Array.from(negatives, (place) => logits[place]!),
      beta,
    );
    const left = withoutFalse(all.value, logits[positive]!, negatives.length, options);
    const excess = left.value - logits[positive]!;
    const steepness = 1 / (1 + Math.exp(-excess));
    slopes[positive] = steepness * (left.byPositive - 1);
    negatives.forEach((place, k) => {
      slopes[place] = steepness * left.byAll * all.slope(k);
    });
    return softplus(excess);
  });
  return { ...found, gradients: gradientsOf(found.slopes) };
}
