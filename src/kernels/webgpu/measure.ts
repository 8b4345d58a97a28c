/** How two rows are compared: see the distances and similarities of src/metric. */
export interface CardMeasure {
  /** WGSL of it, from the `square` of the length of the rows' difference, or from their inner `product`. */
  readonly of: string;
  /** WGSL of w with ∂m(x, y)/∂x = w × what it pulls along, from the measure `m`. */
  readonly slope: string;
  /** WGSL of what it pulls a number `x` of a row along, with `y` in the other row. */
  readonly pulls: (x: string, y: string) => string;
}

const difference: Pick<CardMeasure, 'pulls'> = { pulls: (x, y) => `${x} - ${y}` };

export const squaredDistance: CardMeasure = { of: 'square', slope: '2.0', ...difference };
export const plainDistance: CardMeasure = {
  of: 'root(square)',
  slope: 'select(0.0, 1.0 / m, m > 0.0)',
  ...difference,
};

export const innerProduct: CardMeasure = { of: 'product', slope: '1.0', pulls: (_, y) => y };
export const minusSquared: CardMeasure = { of: '-square', slope: '-2.0', ...difference };
export const minusDistance: CardMeasure = {
  of: '-root(square)',
  slope: 'select(0.0, 1.0 / m, m < 0.0)',
  ...difference,
};

/** `between(i, j)` of two rows of `points`, and `slopeAt(m)`. */
export const measureFunctions = ({ of, slope }: CardMeasure, dims: number): string => `
// A card's own root may be some units off in the last place, and a gap that is the margin beyond it.
fn root(square: f32) -> f32 {
  let near = sqrt(square);
  return select(0.0, near - (near * near - square) * 0.5 / near, near > 0.0);
}
fn between(i: u32, j: u32) -> f32 {
  var square = 0.0;
  var product = 0.0;
  for (var d = 0u; d < ${dims}u; d++) {
    let x = points[i * ${dims}u + d];
    let y = points[j * ${dims}u + d];
    square += (x - y) * (x - y);
    product += x * y;
  }
  return ${of};
}
fn slopeAt(m: f32) -> f32 { return ${slope}; }`;
