import type { Bound, Call } from './call.ts';
import { imageValue } from './imageValue.ts';

const THREADS = 64;

/** The images whose rows are chosen, one after another, of so many values each: bytes become 0 to 1. */
export const chosenImagesCall = (
  { images, chosen, inputs }: Record<'images' | 'chosen' | 'inputs', Bound>,
  { rows, size }: { readonly rows: number; readonly size: number },
): Call => ({
  reads: { images, chosen },
  writes: { inputs },
  groups: [Math.ceil(size / THREADS), rows],
  code: `
@compute @workgroup_size(${THREADS})
fn main(@builtin(global_invocation_id) place: vec3u) {
  if (place.x >= ${size}u) { return; }
  let at = chosen[place.y] * ${size}u + place.x;
  inputs[place.y * ${size}u + place.x] = ${imageValue(images.type)};
}`,
});
