import type { Bound, Call } from './call.ts';
import { imageValue } from './imageValue.ts';
import { CHANGE_WORDS, recordPlaces } from './stepRecord.ts';

/** What is done to images while they are gathered; what is missing is not done. */
export interface GatherChanges {
  readonly warps?: boolean;
  /** How large the square is that becomes paper, 0. */
  readonly erases?: { readonly height: number; readonly width: number };
  /** What is added to pixels, in turn; as many numbers as a power of two. */
  readonly noise?: { readonly kept: Bound; readonly count: number };
}

interface GatherShape {
  readonly rows: number;
  readonly height: number;
  readonly width: number;
}

const THREADS = 64;

/** `valueAt(image, row, column)`, 0 from outside. */
const valueText = ({ height, width }: GatherShape, type: Bound['type']) => `
fn valueAt(image: u32, row: i32, column: i32) -> f32 {
  if (row < 0 || row >= ${height} || column < 0 || column >= ${width}) { return 0.0; }
  let at = image * ${height * width}u + u32(row) * ${width}u + u32(column);
  return ${imageValue(type)};
}`;

/** From where the pixel was before, between pixels by bilinear interpolation. */
const warped = ({ height, width }: GatherShape) => `
  let across = f32(column) - told(change);
  let along = f32(row) - told(change + 1u);
  let x = told(change + 2u) * across + told(change + 3u) * along + ${(width - 1) / 2};
  let y = told(change + 4u) * across + told(change + 5u) * along + ${(height - 1) / 2};
  let corner = vec2i(floor(vec2f(x, y)));
  let right = x - floor(x);
  let down = y - floor(y);
  value = mix(
    mix(valueAt(image, corner.y, corner.x), valueAt(image, corner.y, corner.x + 1), right),
    mix(valueAt(image, corner.y + 1, corner.x), valueAt(image, corner.y + 1, corner.x + 1), right),
    down);`;

const erased = ({ height, width }: NonNullable<GatherChanges['erases']>) => `
  let top = i32(step[change + 6u]);
  let left = i32(step[change + 7u]);
  if (row >= top && row < top + ${height} && column >= left && column < left + ${width}) { value = 0.0; }`;

/** The images that the step's record names, as rows of floats: bytes become 0 to 1. */
export function gatherCall(
  { images, step, inputs }: Record<'images' | 'step' | 'inputs', Bound>,
  shape: GatherShape,
  { warps = false, erases, noise }: GatherChanges = {},
): Call {
  const { rows, height, width } = shape;
  const size = height * width;
  return {
    reads: { images, step, ...(noise && { noise: noise.kept }) },
    writes: { inputs },
    groups: [Math.ceil(size / THREADS), rows],
    code: `
${recordPlaces(rows)}
${valueText(shape, images.type)}
@compute @workgroup_size(${THREADS})
fn main(@builtin(global_invocation_id) place: vec3u) {
  if (place.x >= ${size}u) { return; }
  let image = step[IMAGE + place.y];
  let change = CHANGE + ${CHANGE_WORDS}u * place.y;
  let row = i32(place.x / ${width}u);
  let column = i32(place.x % ${width}u);
  var value = 0.0;
  ${warps ? warped(shape) : 'value = valueAt(image, row, column);'}
  ${erases ? erased(erases) : ''}
  ${noise ? `value += noise[(step[change + 8u] + place.x) & ${noise.count - 1}u];` : ''}
  inputs[place.y * ${size}u + place.x] = value;
}`,
  };
}
