import type { Bound, Call } from './call.ts';
import { type EmbeddingShape, NORM_FLOOR } from './embeddingShape.ts';

const THREADS = 64;

/** Every row divided by its length: see `normaliseRows` of src/metric. */
export const normaliseCall = (
  { embeddings, points }: Record<'embeddings' | 'points', Bound>,
  { rows, dims }: EmbeddingShape,
): Call => ({
  reads: { embeddings },
  writes: { points },
  groups: [Math.ceil(rows / THREADS)],
  code: `
@compute @workgroup_size(${THREADS})
fn main(@builtin(global_invocation_id) place: vec3u) {
  if (place.x >= ${rows}u) { return; }
  let start = place.x * ${dims}u;
  var square = 0.0;
  for (var d = 0u; d < ${dims}u; d++) { square += embeddings[start + d] * embeddings[start + d]; }
  let divisor = max(sqrt(square), f32(${NORM_FLOOR}));
  for (var d = 0u; d < ${dims}u; d++) { points[start + d] = embeddings[start + d] / divisor; }
}`,
});
