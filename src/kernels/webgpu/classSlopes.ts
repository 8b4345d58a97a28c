import type { Bound, Call } from './call.ts';
import type { EmbeddingShape } from './embeddingShape.ts';
import { marginFunctions, softMargin } from './marginTerms.ts';
import { lengthFunction } from './normalise.ts';
import { LOWEST, reductions } from './reductions.ts';
import { recordPlaces } from './stepRecord.ts';

/**
 * What a margin makes of the cosine with the own class vector, as WGSL of `cosine` and of the `sine`: see
 * src/metric/proxies/ownLogit.ts. The first of the step's values is the scale.
 */
export interface OwnCosineText {
  readonly value: string;
  readonly slope: string;
}

export const unchanged: OwnCosineText = { value: 'cosine', slope: '1.0' };
export const lessCosine: OwnCosineText = { value: 'cosine - told(VALUES + 1u)', slope: '1.0' };

/** Of a margin m it is told cos m, sin m and m sin m: those of a card are rough. */
const isTurned = 'cosine >= -told(VALUES + 1u)';
export const furtherAngle: OwnCosineText = {
  value: `select(
    cosine - told(VALUES + 3u), cosine * told(VALUES + 1u) - sine * told(VALUES + 2u), ${isTurned})`,
  slope: `select(
    1.0, told(VALUES + 1u) + select(0.0, cosine / sine * told(VALUES + 2u), sine > 0.0), ${isTurned})`,
};

export interface ClassSlopeBuffers {
  readonly step: Bound;
  readonly points: Bound;
  /** Of the classes, as they are learned. */
  readonly vectors: Bound;
  /** [rows][classes]: ∂sum/∂cosine, not divided by any reducer yet. */
  readonly slopes: Bound;
  /** As those of an anchor: see SlopeBuffers. */
  readonly tallies: Bound;
}

const THREADS = 64;

/** As many as have their logits in the memory of a workgroup. */
export const MOST_CLASSES = 2048;

/** The cosines of a sample, and the sine of the angle to its own class vector without the loss of digits. */
const cosines = (dims: number) => `
${lengthFunction('lengthOf', 'vectors', dims)}
fn cosineOf(sample: u32, place: u32) -> f32 {
  let length = lengthOf(place);
  var product = 0.0;
  for (var d = 0u; d < ${dims}u; d++) {
    product += points[sample * ${dims}u + d] * (vectors[place * ${dims}u + d] / length);
  }
  return product;
}
fn sineOf(sample: u32, place: u32) -> f32 {
  let length = lengthOf(place);
  var square = 0.0;
  for (var d = 0u; d < ${dims}u; d++) {
    let difference = points[sample * ${dims}u + d] - vectors[place * ${dims}u + d] / length;
    square += difference * difference;
  }
  return sqrt(max(0.0, square / 2.0 * (2.0 - square / 2.0)));
}`;

/**
 * A softmax over the cosines of a sample with all class vectors, times a scale: its loss, and how that
 * changes with each cosine. A workgroup works out one sample.
 */
export const classSlopesCall = (
  { step, points, vectors, slopes, tallies }: ClassSlopeBuffers,
  { rows, dims, classes }: EmbeddingShape & { readonly classes: number },
  { value, slope }: OwnCosineText,
): Call => ({
  reads: { step, points, vectors },
  writes: { slopes, tallies },
  groups: [rows],
  code: `
${recordPlaces(rows)}
${reductions(THREADS)}
${marginFunctions(softMargin)}
${cosines(dims)}
var<workgroup> logits: array<f32, ${classes}>;
@compute @workgroup_size(${THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let sample = group.x;
  let own = step[CLASS + sample];
  let scale = told(VALUES);
  let cosine = clamp(cosineOf(sample, own), -1.0, 1.0);
  let sine = sineOf(sample, own);
  let ownLogit = scale * (${value});
  var most = ${LOWEST};
  for (var place = thread; place < ${classes}u; place += ${THREADS}u) {
    if (place == own) { continue; }
    logits[place] = scale * cosineOf(sample, place);
    most = max(most, logits[place]);
  }
  most = largestOf(thread, vec2f(most)).x;
  var sum = 0.0;
  for (var place = thread; place < ${classes}u; place += ${THREADS}u) {
    if (place != own) { sum += exp(logits[place] - most); }
  }
  sum = totalOf(thread, vec2f(sum)).x;
  // A class alone costs nothing.
  let isAlone = sum == 0.0;
  let gap = select(ownLogit - most - log(sum), 1000.0, isAlone);
  let missing = select(slopeOf(gap), 0.0, isAlone);
  for (var place = thread; place < ${classes}u; place += ${THREADS}u) {
    var pull = -missing * (${slope});
    if (place != own) { pull = missing * exp(logits[place] - most) / sum; }
    slopes[sample * ${classes}u + place] = scale * pull;
  }
  if (thread == 0u) {
    let pays = isActive(gap, 0.0);
    tallies[3u * sample] = bitcast<u32>(select(0.0, lossOf(gap, 0.0), pays));
    tallies[3u * sample + 1u] = 1u;
    tallies[3u * sample + 2u] = u32(pays);
  }
}`,
});
