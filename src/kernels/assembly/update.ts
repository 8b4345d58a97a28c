/**
 * One step of Adam in place (Kingma and Ba 2015, in the order of the end of their second section: one
 * division an element): the moments decay towards the gradient and its square, and the variable loses
 * rate · first / (root of second + epsilon). The moments' starting bias is in `rate` and `epsilon`.
 */
export function adam(
  variable: usize,
  gradient: usize,
  first: usize,
  second: usize,
  count: i32,
  beta1: f32,
  beta2: f32,
  rate: f32,
  epsilon: f32,
): void {
  const rest1: f32 = 1 - beta1;
  const rest2: f32 = 1 - beta2;
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at: usize = i << 2;
    const g = v128.load(gradient + at);
    const m = f32x4.add(
      f32x4.mul(v128.load(first + at), f32x4.splat(beta1)),
      f32x4.mul(g, f32x4.splat(rest1)),
    );
    const v = f32x4.add(
      f32x4.mul(v128.load(second + at), f32x4.splat(beta2)),
      f32x4.mul(f32x4.mul(g, g), f32x4.splat(rest2)),
    );
    v128.store(first + at, m);
    v128.store(second + at, v);
    const step = f32x4.div(
      f32x4.mul(m, f32x4.splat(rate)),
      f32x4.add(f32x4.sqrt(v), f32x4.splat(epsilon)),
    );
    v128.store(variable + at, f32x4.sub(v128.load(variable + at), step));
  }
  for (; i < count; i++) {
    const at: usize = i << 2;
    const g = f32.load(gradient + at);
    const m: f32 = f32.load(first + at) * beta1 + g * rest1;
    const v: f32 = f32.load(second + at) * beta2 + g * g * rest2;
    f32.store(first + at, m);
    f32.store(second + at, v);
    f32.store(variable + at, f32.load(variable + at) - (m * rate) / (sqrt<f32>(v) + epsilon));
  }
}

/** One step of gradient descent with momentum in place; `velocity` 0 is plain descent. */
export function sgd(
  variable: usize,
  gradient: usize,
  velocity: usize,
  count: i32,
  learningRate: f32,
  momentum: f32,
): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at: usize = i << 2;
    let step = v128.load(gradient + at);
    if (velocity) {
      step = f32x4.add(f32x4.mul(v128.load(velocity + at), f32x4.splat(momentum)), step);
      v128.store(velocity + at, step);
    }
    v128.store(
      variable + at,
      f32x4.sub(v128.load(variable + at), f32x4.mul(step, f32x4.splat(learningRate))),
    );
  }
  for (; i < count; i++) {
    const at: usize = i << 2;
    let step: f32 = f32.load(gradient + at);
    if (velocity) {
      step += f32.load(velocity + at) * momentum;
      f32.store(velocity + at, step);
    }
    f32.store(variable + at, f32.load(variable + at) - step * learningRate);
  }
}
