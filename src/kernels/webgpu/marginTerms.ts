/** What a triplet costs, as WGSL of `gap` = d_an - d_ap and `margin`: see src/metric/margin.ts. */
export interface MarginText {
  readonly isActive: string;
  readonly loss: string;
  /** How fast the loss falls as the gap grows. */
  readonly slope: string;
}

/** max(0, margin - gap), with gradient 0 at its kink. */
export const hinge: MarginText = {
  isActive: 'gap < margin',
  loss: 'margin - gap',
  slope: '1.0',
};

/** ln(1 + e^(-gap)); beyond so large a gap it is 0 in double precision, too. */
export const softMargin: MarginText = {
  isActive: 'gap < 745.0',
  loss: 'max(-gap, 0.0) + log1p(exp(-abs(gap)))',
  slope: '1.0 / (1.0 + exp(min(gap, 88.0)))',
};

/**
 * ln(1 + x). A card's own logarithm of what is near 1 is off by a fixed amount: up to 1 it is
 * 2 artanh(x / (2 + x)), as a series.
 */
export const LOG1P = `
fn log1p(x: f32) -> f32 {
  let z = x / (2.0 + x);
  let s = z * z;
  let tail = s * (1.0 / 7.0 + s * (1.0 / 9.0 + s * (1.0 / 11.0 + s / 13.0)));
  let series = 2.0 * z * (1.0 + s * (1.0 / 3.0 + s * (0.2 + tail)));
  return select(log(1.0 + x), series, x <= 1.0);
}`;

/** The functions that a term is made of. */
export const marginFunctions = ({ isActive, loss, slope }: MarginText): string => `${LOG1P}
fn isActive(gap: f32, margin: f32) -> bool { return ${isActive}; }
fn lossOf(gap: f32, margin: f32) -> f32 { return ${loss}; }
fn slopeOf(gap: f32) -> f32 { return ${slope}; }`;
