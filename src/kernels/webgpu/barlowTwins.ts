import type { ViewLossText } from './views.ts';

/** See src/metric/decorrelation/barlowTwins.ts. The step is told the weight of redundancy. */
export const barlowTwinsText = (epsilon: number): ViewLossText => ({
  functions: `
fn deviationOf(side: u32, k: u32) -> f32 { return sqrt(sumOf(side, k, k) / pairs() + f32(${epsilon})); }
/** Of a coordinate of the first view with one of the second. */
fn correlationOf(k: u32, l: u32) -> f32 {
  return sumOf(2u, k, l) / pairs() / deviationOf(0u, k) / deviationOf(1u, l);
}
fn costOf(k: u32, l: u32) -> f32 {
  let value = correlationOf(k, l);
  return select(told(VALUES) * value * value, (value - 1.0) * (value - 1.0), k == l);
}
/** How what all pairs cost together grows with a correlation, times half of their number. */
fn steepnessOf(k: u32, l: u32) -> f32 {
  let value = correlationOf(k, l);
  return select(told(VALUES) * value, value - 1.0, k == l);
}
fn slopeOf(row: u32, side: u32, other: u32, d: u32) -> f32 {
  var sum = 0.0;
  var along = 0.0;
  for (var e = 0u; e < DIMS; e++) {
    let k = select(e, d, side == 0u);
    let l = select(d, e, side == 0u);
    let steepness = steepnessOf(k, l);
    sum += steepness * centred(other, 1u - side, e) / deviationOf(1u - side, e);
    along += steepness * correlationOf(k, l);
  }
  let deviation = deviationOf(side, d);
  return 2.0 * (sum - along * centred(row, side, d) / deviation) / deviation;
}`,
  shared: 'costOf(k, l)',
  own: '0.0',
  slope: 'slopeOf(row, side, other, d)',
});
