import type { ViewLossText } from './views.ts';

/** See src/metric/decorrelation/vicreg.ts. The step is told the weights of invariance, variance, covariance. */
export const vicregText = (epsilon: number): ViewLossText => ({
  functions: `
fn covarianceOf(side: u32, k: u32, l: u32) -> f32 { return sumOf(side, k, l) / (pairs() - 1.0); }
fn deviationOf(side: u32, k: u32) -> f32 { return sqrt(covarianceOf(side, k, k) + f32(${epsilon})); }
/** What a coordinate lacks of deviation, or two have of covariance. */
fn spreadOf(side: u32, k: u32, l: u32) -> f32 {
  if (k == l) { return told(VALUES + 1u) / 2.0 * max(0.0, 1.0 - deviationOf(side, k)); }
  return told(VALUES + 2u) * covarianceOf(side, k, l) * covarianceOf(side, k, l);
}
fn slopeOf(row: u32, side: u32, other: u32, d: u32) -> f32 {
  var sum = 0.0;
  for (var l = 0u; l < DIMS; l++) {
    if (l != d) { sum += 4.0 * told(VALUES + 2u) * covarianceOf(side, d, l) * centred(row, side, l); }
  }
  let deviation = deviationOf(side, d);
  if (deviation < 1.0) { sum -= told(VALUES + 1u) / 2.0 / deviation * centred(row, side, d); }
  let gap = points[row * DIMS + d] - points[other * DIMS + d];
  return (pairs() * sum / (pairs() - 1.0) + 2.0 * told(VALUES) * gap) / f32(DIMS);
}`,
  shared: '(spreadOf(0u, k, l) + spreadOf(1u, k, l)) / f32(DIMS)',
  own: 'told(VALUES) * gap * gap / f32(DIMS)',
  slope: 'slopeOf(row, side, other, d)',
});
