import { multiplyAdd } from './floats';

/**
 * Nothing but multiply-adds on registers, `rounds` times twelve vectors of four: the most that
 * the engine's vectors can do, against which a product of matrices is measured.
 */
export function multiplyAddCeiling(rounds: i32, factor: f32): f32 {
  const x = f32x4.splat(factor);
  let a = f32x4.splat(1);
  let b = f32x4.splat(2);
  let c = f32x4.splat(3);
  let d = f32x4.splat(4);
  let e = f32x4.splat(5);
  let f = f32x4.splat(6);
  let g = f32x4.splat(7);
  let h = f32x4.splat(8);
  let i = f32x4.splat(9);
  let j = f32x4.splat(10);
  let k = f32x4.splat(11);
  let l = f32x4.splat(12);
  for (let round = 0; round < rounds; round++) {
    a = multiplyAdd(a, x, x);
    b = multiplyAdd(b, x, x);
    c = multiplyAdd(c, x, x);
    d = multiplyAdd(d, x, x);
    e = multiplyAdd(e, x, x);
    f = multiplyAdd(f, x, x);
    g = multiplyAdd(g, x, x);
    h = multiplyAdd(h, x, x);
    i = multiplyAdd(i, x, x);
    j = multiplyAdd(j, x, x);
    k = multiplyAdd(k, x, x);
    l = multiplyAdd(l, x, x);
  }
  const sum = f32x4.add(
    f32x4.add(
      f32x4.add(f32x4.add(a, b), f32x4.add(c, d)),
      f32x4.add(f32x4.add(e, f), f32x4.add(g, h)),
    ),
    f32x4.add(f32x4.add(i, j), f32x4.add(k, l)),
  );
  return f32x4.extract_lane(sum, 0);
}
