import type { AdamAttributes } from '../names.ts';
import type { Bound, Call } from './call.ts';
import { recordPlaces } from './stepRecord.ts';

/** One array that is learned, as a stretch of a gradient that comes in parts. */
export interface Update {
  readonly step: Bound;
  /** Above 0 where the numbers have blown up: then nothing is updated. */
  readonly halted: Bound;
  readonly gradient: Bound;
  readonly variable: Bound;
  /** What the optimiser remembers of it. */
  readonly memory: readonly Bound[];
  readonly count: number;
  /** Where it begins in a part of the gradient, how long a part is, and how many there are. */
  readonly from: number;
  readonly partSize: number;
  readonly parts: number;
  /** Whose updates are counted together: 0 the network's, 1 those of what the loss learns. */
  readonly group: 0 | 1;
}

const THREADS = 64;

const updateCall = (
  { step, halted, gradient, variable, count, from, partSize, parts }: Update,
  memory: Readonly<Record<string, Bound>>,
  body: string,
): Call => ({
  reads: { step, halted, gradient },
  writes: { variable, ...memory },
  groups: [Math.ceil(count / THREADS)],
  code: `
${recordPlaces(0)}
@compute @workgroup_size(${THREADS})
fn main(@builtin(global_invocation_id) place: vec3u) {
  let at = place.x;
  if (at >= ${count}u || halted[0] > 0u) { return; }
  var slope = 0.0;
  for (var part = 0u; part < ${parts}u; part++) { slope += gradient[part * ${partSize}u + ${from}u + at]; }
  ${body}
}`,
});

/** A step of Adam in place, as the kernel of src/kernels/assembly makes it. */
export const adamCall = (
  update: Update,
  { beta1, beta2, epsilon }: Pick<AdamAttributes, 'beta1' | 'beta2' | 'epsilon'>,
): Call =>
  updateCall(
    update,
    { first: update.memory[0]!, second: update.memory[1]! },
    `
  let moment = first[at] * f32(${beta1}) + slope * f32(${1 - beta1});
  let square = second[at] * f32(${beta2}) + slope * slope * f32(${1 - beta2});
  first[at] = moment;
  second[at] = square;
  let root = sqrt(square / told(CORRECTIONS + ${2 * update.group + 1}u)) + f32(${epsilon});
  variable[at] -= moment / told(CORRECTIONS + ${2 * update.group}u) / root * told(LEARNING_RATE);`,
  );

/** A step of gradient descent with momentum in place, likewise. */
export const sgdCall = (update: Update): Call =>
  updateCall(
    update,
    { velocity: update.memory[0]! },
    `
  let speed = velocity[at] * told(MOMENTUM) + slope;
  velocity[at] = speed;
  variable[at] -= speed * told(LEARNING_RATE);`,
  );
