/**
 * The activations are one family: a positive number stays, another one is multiplied by `slope`
 * (1 linear, 0 ReLU, else LeakyReLU).
 */
function activate(value: v128, slope: f32): v128 {
  // Not by multiplying: minus infinity times 0 would be no number.
  if (slope == 0) return f32x4.max(value, f32x4.splat(0));
  const scaled = f32x4.mul(value, f32x4.splat(slope));
  return v128.bitselect(value, scaled, f32x4.gt(value, f32x4.splat(0)));
}

function activateOne(value: f32, slope: f32): f32 {
  if (slope == 0) return max<f32>(value, 0);
  return value > 0 ? value : value * slope;
}

/** activation(from + bias) for each row of `width`; `bias` 0 is none. `to` may be `from`. */
export function activateRows(
  to: usize,
  from: usize,
  rows: i32,
  width: i32,
  bias: usize,
  slope: f32,
): void {
  if (!bias && slope == 1 && to == from) return;
  for (let row = 0; row < rows; row++) {
    let i = 0;
    for (; i + 4 <= width; i += 4) {
      const value = v128.load(from + (i << 2));
      const shifted = bias ? f32x4.add(value, v128.load(bias + (i << 2))) : value;
      v128.store(to + (i << 2), activate(shifted, slope));
    }
    for (; i < width; i++) {
      const value = f32.load(from + (i << 2));
      const shifted: f32 = bias ? value + f32.load(bias + (i << 2)) : value;
      f32.store(to + (i << 2), activateOne(shifted, slope));
    }
    from += width << 2;
    to += width << 2;
  }
}

/**
 * From the gradient `dy` with respect to y = activation(z + bias), both [rows, width], those with
 * respect to z and to the bias [width]: the sign of y is that of z wherever slope >= 0.
 */
export function activationGradient(
  dz: usize,
  biasGradient: usize,
  dy: usize,
  y: usize,
  rows: i32,
  width: i32,
  slope: f32,
): void {
  const slopes = f32x4.splat(slope);
  const zero = f32x4.splat(0);
  memory.fill(biasGradient, 0, width << 2);
  for (let row = 0; row < rows; row++) {
    let i = 0;
    for (; i + 4 <= width; i += 4) {
      const at: usize = i << 2;
      const incoming = v128.load(dy + at);
      const positive = f32x4.gt(v128.load(y + at), zero);
      const outgoing = v128.bitselect(incoming, f32x4.mul(incoming, slopes), positive);
      v128.store(dz + at, outgoing);
      v128.store(biasGradient + at, f32x4.add(v128.load(biasGradient + at), outgoing));
    }
    for (; i < width; i++) {
      const at: usize = i << 2;
      const incoming = f32.load(dy + at);
      const outgoing: f32 = f32.load(y + at) > 0 ? incoming : incoming * slope;
      f32.store(dz + at, outgoing);
      f32.store(biasGradient + at, f32.load(biasGradient + at) + outgoing);
    }
    dz += width << 2;
    dy += width << 2;
    y += width << 2;
  }
}
