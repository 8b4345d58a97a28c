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

/** The functions that a term is made of. */
export const marginFunctions = ({ isActive, loss, slope }: MarginText): string => `
fn log1p(x: f32) -> f32 { return select(log(1.0 + x), x - 0.5 * x * x, x < 0.001); }
fn isActive(gap: f32, margin: f32) -> bool { return ${isActive}; }
fn lossOf(gap: f32, margin: f32) -> f32 { return ${loss}; }
fn slopeOf(gap: f32) -> f32 { return ${slope}; }`;
