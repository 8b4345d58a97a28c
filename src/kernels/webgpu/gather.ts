import type { Bound, Call } from './call.ts';
import { recordPlaces } from './stepRecord.ts';

const THREADS = 64;
const BYTE = 'f32((images[at >> 2u] >> (8u * (at & 3u))) & 255u) / 255.0';

/** The images that the step's record names, as rows of floats: bytes become 0 to 1. */
export const gatherCall = (
  { images, step, inputs }: Record<'images' | 'step' | 'inputs', Bound>,
  { rows, size }: { readonly rows: number; readonly size: number },
): Call => ({
  reads: { images, step },
  writes: { inputs },
  groups: [Math.ceil(size / THREADS), rows],
  code: `
${recordPlaces(rows)}
@compute @workgroup_size(${THREADS})
fn main(@builtin(global_invocation_id) place: vec3u) {
  if (place.x >= ${size}u) { return; }
  let at = step[IMAGE + place.y] * ${size}u + place.x;
  inputs[place.y * ${size}u + place.x] = ${images.type === 'u32' ? BYTE : 'images[at]'};
}`,
});
