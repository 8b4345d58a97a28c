import type { Bound, Call } from './call.ts';
import { type EmbeddingShape, NORM_FLOOR } from './embeddingShape.ts';

const THREADS = 64;

/** What a row of an array is divided by, as a function of that name. */
export const lengthFunction = (name: string, array: string, dims: number): string => `
fn ${name}(row: u32) -> f32 {
  var square = 0.0;
  for (var d = 0u; d < ${dims}u; d++) {
    square += ${array}[row * ${dims}u + d] * ${array}[row * ${dims}u + d];
  }
  return max(sqrt(square), f32(${NORM_FLOOR}));
}`;

/** Every row divided by its length: see `normaliseRows` of src/metric. */
export const normaliseCall = (
  { embeddings, points }: Record<'embeddings' | 'points', Bound>,
  { rows, dims }: EmbeddingShape,
): Call => ({
  reads: { embeddings },
  writes: { points },
  groups: [Math.ceil(rows / THREADS)],
  code: `
${lengthFunction('lengthOf', 'embeddings', dims)}
@compute @workgroup_size(${THREADS})
fn main(@builtin(global_invocation_id) place: vec3u) {
  if (place.x >= ${rows}u) { return; }
  let start = place.x * ${dims}u;
  let divisor = lengthOf(place.x);
  for (var d = 0u; d < ${dims}u; d++) { points[start + d] = embeddings[start + d] / divisor; }
}`,
});
