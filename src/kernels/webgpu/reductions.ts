/** Below all that is measured: what the largest of nothing is. */
export const LOWEST = 'f32(-3.0e38)';

/**
 * `totalOf(thread, value)` and `largestOf(thread, value)` over all threads of a workgroup, number by number:
 * the same for every thread. Every thread has to call them.
 */
export const reductions = (threads: number): string => {
  const reduced = (name: string, combined: string) => `
fn ${name}(thread: u32, value: vec2f) -> vec2f {
  workgroupBarrier();
  gathered[thread] = value;
  workgroupBarrier();
  for (var half = ${threads / 2}u; half > 0u; half /= 2u) {
    if (thread < half) {
      let one = gathered[thread];
      let other = gathered[thread + half];
      gathered[thread] = ${combined};
    }
    workgroupBarrier();
  }
  return gathered[0];
}`;
  return `
var<workgroup> gathered: array<vec2f, ${threads}>;
${reduced('totalOf', 'one + other')}
${reduced('largestOf', 'max(one, other)')}`;
};
