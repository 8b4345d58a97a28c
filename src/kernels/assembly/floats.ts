/** Runs of float32 in memory: `count` of them from an address on. */

/** a·b + c, in one rounding where the engine has the instruction for it. */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

export function copyFloats(to: usize, from: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) v128.store(to + (i << 2), v128.load(from + (i << 2)));
  for (; i < count; i++) f32.store(to + (i << 2), f32.load(from + (i << 2)));
}

export function zeroFloats(at: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) v128.store(at + (i << 2), f32x4.splat(0));
  for (; i < count; i++) f32.store(at + (i << 2), 0);
}

/** Adds the floats at `from` to those at `to`. */
export function addFloats(to: usize, from: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at = to + (i << 2);
    v128.store(at, f32x4.add(v128.load(at), v128.load(from + (i << 2))));
  }
  for (; i < count; i++) {
    const at = to + (i << 2);
    f32.store(at, f32.load(at) + f32.load(from + (i << 2)));
  }
}
