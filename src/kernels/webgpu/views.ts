import type { Bound, Call } from './call.ts';
import type { EmbeddingShape } from './embeddingShape.ts';
import { reductions } from './reductions.ts';
import { SIDE_OF } from './sides.ts';
import { recordPlaces } from './stepRecord.ts';

export interface ViewBuffers {
  readonly step: Bound;
  readonly points: Bound;
  /** Of all pairs of views: see `statisticsWords`. */
  readonly statistics: Bound;
  /** [rows][dims]: ∂sum/∂points. */
  readonly slopes: Bound;
  /** As those of an anchor: see SlopeBuffers. */
  readonly tallies: Bound;
}

/**
 * Sums over pairs of products of two coordinates less their means: of the first view with itself, of the
 * second, and of the first with the second; then the means of both views, and the number of pairs.
 */
export const statisticsWords = (dims: number): number => 3 * dims * dims + 2 * dims + 1;

const THREADS = 64;

const places = ({ rows, dims }: EmbeddingShape) => `
${recordPlaces(rows)}
const ROWS = ${rows}u;
const DIMS = ${dims}u;
const THREADS = ${THREADS}u;
${SIDE_OF}
/** The other view of a row that is the first or the second of its class. */
fn partnerOf(row: u32, side: u32) -> u32 { return step[LIST + step[FROM + row] + 1u - side]; }`;

/** A workgroup for a coordinate of each of the three matrices, a thread for the other coordinate. */
export const viewStatisticsCall = (
  { step, points, statistics }: ViewBuffers,
  shape: EmbeddingShape,
): Call => ({
  reads: { step, points },
  writes: { statistics },
  groups: [3 * shape.dims],
  code: `${places(shape)}
@compute @workgroup_size(${THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let matrix = group.x / DIMS;
  let k = group.x % DIMS;
  if (thread >= DIMS) { return; }
  let side = u32(matrix == 1u);
  var totals = vec3f(0.0);
  for (var row = 0u; row < ROWS; row++) {
    if (sideOf(row) != side) { continue; }
    let other = select(row, partnerOf(row, 0u), matrix == 2u);
    totals += vec3f(points[row * DIMS + k], points[other * DIMS + thread], 1.0);
  }
  let means = totals.xy / max(1.0, totals.z);
  var sum = 0.0;
  for (var row = 0u; row < ROWS; row++) {
    if (sideOf(row) != side) { continue; }
    let other = select(row, partnerOf(row, 0u), matrix == 2u);
    sum += (points[row * DIMS + k] - means.x) * (points[other * DIMS + thread] - means.y);
  }
  statistics[(matrix * DIMS + k) * DIMS + thread] = sum;
  if (matrix < 2u && thread == 0u) { statistics[(3u * DIMS + matrix) * DIMS + k] = means.x; }
  if (group.x == 0u && thread == 0u) { statistics[(3u * DIMS + 2u) * DIMS] = totals.z; }
}`,
});

/** What a loss of two views is, as WGSL. */
export interface ViewLossText {
  readonly functions: string;
  /** What coordinates `k` and `l` add to what all pairs cost together. */
  readonly shared: string;
  /** What coordinate `d` of a pair adds to its own cost, from the `gap` between its views. */
  readonly own: string;
  /** ∂(sum over all pairs)/∂coordinate `d` of `row`, which is of a `side` and has an `other` view. */
  readonly slope: string;
}

/** What each pair costs, and the slopes at both of its rows. Fewer than two pairs cost nothing. */
export const viewSlopesCall = (
  { step, points, statistics, slopes, tallies }: ViewBuffers,
  shape: EmbeddingShape,
  { functions, shared, own, slope }: ViewLossText,
): Call => ({
  reads: { step, points, statistics },
  writes: { slopes, tallies },
  groups: [shape.rows],
  code: `${places(shape)}
${reductions(THREADS)}
fn sumOf(matrix: u32, k: u32, l: u32) -> f32 { return statistics[(matrix * DIMS + k) * DIMS + l]; }
fn pairs() -> f32 { return statistics[(3u * DIMS + 2u) * DIMS]; }
/** A coordinate of a row of a side less its mean. */
fn centred(row: u32, side: u32, k: u32) -> f32 {
  return points[row * DIMS + k] - statistics[(3u * DIMS + side) * DIMS + k];
}
${functions}
@compute @workgroup_size(${THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let row = group.x;
  let side = sideOf(row);
  let takesPart = side < 2u && pairs() > 1.0;
  var other = row;
  if (takesPart) { other = partnerOf(row, side); }
  var cost = 0.0;
  for (var at = thread; at < DIMS * DIMS; at += THREADS) {
    let k = at / DIMS;
    let l = at % DIMS;
    cost += ${shared};
  }
  for (var d = thread; d < DIMS; d += THREADS) {
    let gap = points[row * DIMS + d] - points[other * DIMS + d];
    cost += ${own};
    var pull = 0.0;
    if (takesPart) { pull = ${slope}; }
    slopes[row * DIMS + d] = pull;
  }
  let loss = totalOf(thread, vec2f(cost)).x;
  if (thread == 0u) {
    let counts = takesPart && side == 0u;
    tallies[3u * row] = bitcast<u32>(select(0.0, loss, counts));
    tallies[3u * row + 1u] = u32(counts);
    tallies[3u * row + 2u] = u32(counts && loss > 0.0);
  }
}`,
});
