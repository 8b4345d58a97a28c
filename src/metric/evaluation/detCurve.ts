import type { RocCurve } from './roc.ts';

/** Coefficients of the rational approximations of the normal quantile (P. J. Acklam). */
const CENTRAL = {
  over: [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ],
  under: [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972,
    -13.28068155288572, 1,
  ],
} as const;
const TAIL = {
  over: [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734,
    4.374664141464968, 2.938163982698783,
  ],
  under: [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
} as const;
/** Where the tails begin. */
const TAIL_SHARE = 0.02425;

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/**
 * The normal quantile of a probability, to a relative error of 1.2e-9: the scale of both axes of a
 * DET plot. -Infinity at 0, Infinity at 1. Throws on what is no probability.
 */
export function probit(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability is from 0 to 1, not ${p}`);
  if (p === 0) return -Infinity;
  if (p > 0.5) return -probit(1 - p);
  if (p < TAIL_SHARE) {
    const q = Math.sqrt(-2 * Math.log(p));
    return polynomial(TAIL.over, q) / polynomial(TAIL.under, q);
  }
  const q = p - 0.5;
  return (q * polynomial(CENTRAL.over, q * q)) / polynomial(CENTRAL.under, q * q);
}

/**
 * The detection error trade-off (Martin et al. 1997): at each threshold of the ROC curve, strictest
 * first, both error rates. Drawn on probit axes, normally distributed scores give straight lines.
 */
export function detCurve({ far, tar }: RocCurve): {
  readonly far: Float64Array;
  readonly frr: Float64Array;
} {
  return { far, frr: tar.map((rate) => 1 - rate) };
}
