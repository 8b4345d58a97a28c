/** Below all that is measured: what the largest of nothing is. */
export const LOWEST = 'f32(-3.0e38)';

/** Combines what all threads of a workgroup have, pair by pair, into the first: each has to come by. */
export const reduced = (threads: number, body: string): string => `
  workgroupBarrier();
  for (var half = ${threads / 2}u; half > 0u; half /= 2u) {
    if (thread < half) { ${body} }
    workgroupBarrier();
  }`;

/** What each thread has found: its part of the sum, how much was selected, and how much has a loss. */
export const countMemory = (threads: number): string => `
var<workgroup> sums: array<f32, ${threads}>;
var<workgroup> selecteds: array<u32, ${threads}>;
var<workgroup> actives: array<u32, ${threads}>;`;

/** To be `reduced`. */
export const COUNTED = `
      sums[thread] += sums[thread + half];
      selecteds[thread] += selecteds[thread + half];
      actives[thread] += actives[thread + half];`;

/**
 * `totalOf(thread, value)` and `largestOf(thread, value)` over all threads of a workgroup, number by number:
 * the same for every thread. Every thread has to call them.
 */
export const reductions = (threads: number): string => {
  const reduction = (name: string, combined: string) => `
fn ${name}(thread: u32, value: vec2f) -> vec2f {
  workgroupBarrier();
  gathered[thread] = value;
  ${reduced(
    threads,
    `
      let one = gathered[thread];
      let other = gathered[thread + half];
      gathered[thread] = ${combined};`,
  )}
  return gathered[0];
}`;
  return `
var<workgroup> gathered: array<vec2f, ${threads}>;
${reduction('totalOf', 'one + other')}
${reduction('largestOf', 'max(one, other)')}`;
};
