import type { Bound, Call } from './call.ts';
import { hinge, marginFunctions } from './marginTerms.ts';
import { reductions } from './reductions.ts';
import {
  anchorText,
  SLOPE_THREADS,
  type SlopeBuffers,
  type SlopeOptions,
  slopesCall,
} from './slopes.ts';

/** What a miner needs that draws for each pair which has something to draw from. */
export interface DrawBuffers extends SlopeBuffers {
  /** Of each anchor in the order of the classes: how many numbers it draws. */
  readonly draws: Bound;
  /** Random numbers in [0, 1), times 2³². */
  readonly stream: Bound;
  /** Whether the run is halted, and how many numbers were drawn in the steps before. */
  readonly halted: Bound;
}

/**
 * An anchor's rows, their order, and the stretches and picks of its pairs lie in a workgroup's memory of
 * 16 KiB, beside 1,280 bytes of tallies.
 */
export const MOST_DRAWING_ROWS = 944;

/** Of an anchor's negatives in the order of their distances: the semi-hard ones of a positive. */
const STRETCH = `
fn stretchOf(anchor: u32, positive: u32) -> vec2u {
  let margin = told(VALUES);
  var stretch = vec2u(0u);
  for (var row = 0u; row < ROWS; row++) {
    if (step[CLASS + row] == step[CLASS + anchor]) { continue; }
    let gap = measures[row] - measures[positive];
    stretch += vec2u(u32(gap <= 0.0), u32(gap < margin));
  }
  return select(stretch, vec2u(0u), positive == anchor);
}`;

/** How many numbers each anchor draws: one for each positive that has a semi-hard negative. */
export const semiHardDrawsCall = (
  { step, points, draws }: DrawBuffers,
  options: SlopeOptions,
): Call => ({
  reads: { step, points },
  writes: { draws },
  groups: [options.rows],
  code: `${anchorText(options)}
${reductions(SLOPE_THREADS)}
${STRETCH}
@compute @workgroup_size(${SLOPE_THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let anchor = step[LIST + group.x];
  measure(anchor, thread);
  var count = 0.0;
  for (var place = step[FROM + anchor] + thread; place < step[TO + anchor]; place += THREADS) {
    let stretch = stretchOf(anchor, step[LIST + place]);
    count += f32(stretch.y > stretch.x);
  }
  count = totalOf(thread, vec2f(count)).x;
  if (thread == 0u) { draws[group.x] = u32(count); }
}`,
});

/**
 * The triplet loss of every pair of one class with a random one of its semi-hard negatives, as drawn by
 * `randomInsideMargin` of src/metric: in the order of the classes, of the negatives in that of their distances.
 */
export const drawnSemiHardCall = (buffers: DrawBuffers, options: SlopeOptions): Call =>
  slopesCall(buffers, options, {
    reads: { draws: buffers.draws, stream: buffers.stream, halted: buffers.halted },
    functions: `${marginFunctions(hinge)}
${reductions(SLOPE_THREADS)}
${STRETCH}
/** The negatives in the order of their distances, of several at the same distance the first. */
var<workgroup> ordered: array<u32, ${options.rows}>;
/** Of each member of the class: where its stretch begins, and 2¹⁶ times how long it is. */
var<workgroup> stretches: array<u32, ${options.rows}>;
/** And what was drawn from it; ROWS for nothing. */
var<workgroup> picks: array<u32, ${options.rows}>;
/** A place among so few: ⌊drawn × count / 2³²⌋. */
fn placeOf(drawn: u32, count: u32) -> u32 {
  return ((drawn >> 16u) * count + (((drawn & 0xffffu) * count) >> 16u)) >> 16u;
}
fn order(own: u32, thread: u32) {
  for (var row = thread; row < ROWS; row += THREADS) {
    if (step[CLASS + row] == own) { continue; }
    var place = 0u;
    for (var other = 0u; other < ROWS; other++) {
      let isNearer = measures[other] < measures[row] || (measures[other] == measures[row] && other < row);
      place += u32(step[CLASS + other] != own && isNearer);
    }
    ordered[place] = row;
  }
}`,
    body: `
  let margin = told(VALUES);
  let first = step[FROM + anchor];
  let count = step[TO + anchor] - first;
  order(own, thread);
  var before = 0.0;
  for (var member = thread; member < count; member += THREADS) {
    let stretch = stretchOf(anchor, step[LIST + first + member]);
    stretches[member] = stretch.x + ((stretch.y - stretch.x) << 16u);
  }
  var ownPlace = first;
  while (step[LIST + ownPlace] != anchor) { ownPlace++; }
  for (var place = thread; place < ownPlace; place += THREADS) { before += f32(draws[place]); }
  let drawn = halted[1] + u32(totalOf(thread, vec2f(before)).x);
  for (var member = thread; member < count; member += THREADS) {
    picks[member] = ROWS;
    let length = stretches[member] >> 16u;
    if (length == 0u) { continue; }
    var at = drawn;
    for (var k = 0u; k < member; k++) { at += u32(stretches[k] >> 16u > 0u); }
    let pick = ordered[(stretches[member] & 0xffffu) + placeOf(stream[at], length)];
    let gap = measures[pick] - measures[step[LIST + first + member]];
    picks[member] = pick;
    selected++;
    paying++;
    sum += lossOf(gap, margin);
  }
  workgroupBarrier();
  for (var row = thread; row < ROWS; row += THREADS) {
    var slope = 0.0;
    for (var member = 0u; member < count; member++) {
      if (picks[member] == row) { slope -= 1.0; }
      if (step[LIST + first + member] == row && picks[member] < ROWS) { slope += 1.0; }
    }
    slopes[anchor * ROWS + row] = slope * slopeAt(measures[row]);
  }`,
  });
