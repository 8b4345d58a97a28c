import type { Bound, Call } from './call.ts';
import type { EmbeddingShape } from './embeddingShape.ts';
import { type CardMeasure, measureFunctions } from './measure.ts';
import { COUNTED, countMemory, reduced } from './reductions.ts';
import { recordPlaces } from './stepRecord.ts';

/** What an anchor's kernel reads and writes; one workgroup works out one anchor. */
export interface SlopeBuffers {
  readonly step: Bound;
  /** As the loss sees them. */
  readonly points: Bound;
  /** [rows][rows]: w with ∂sum/∂anchor = Σ w × what the measure pulls along, not divided by any reducer yet. */
  readonly slopes: Bound;
  /** Of each anchor: its part of the sum, how much was selected, and how much has a loss. */
  readonly tallies: Bound;
}

export interface SlopeOptions extends EmbeddingShape {
  readonly measure: CardMeasure;
}

export const SLOPE_THREADS = 64;

/** A batch is as large as what an anchor measures fits into the memory of a workgroup. */
export const MOST_ROWS = 2048;

/** `measure(anchor, thread)`: an anchor against all rows, for whatever looks at that. */
export const anchorText = ({ rows, dims, measure }: SlopeOptions): string => `
${recordPlaces(rows)}
const ROWS = ${rows}u;
const THREADS = ${SLOPE_THREADS}u;
var<workgroup> measures: array<f32, ${rows}>;
${measureFunctions(measure, dims)}
fn measure(anchor: u32, thread: u32) {
  for (var row = thread; row < ROWS; row += THREADS) { measures[row] = between(anchor, row); }
  workgroupBarrier();
}`;

/** `tally(…)`: what all threads found of an anchor. */
const TALLY = `${countMemory(SLOPE_THREADS)}
fn tally(anchor: u32, thread: u32, sum: f32, selected: u32, paying: u32) {
  sums[thread] = sum;
  selecteds[thread] = selected;
  actives[thread] = paying;
  ${reduced(SLOPE_THREADS, COUNTED)}
  if (thread == 0u) {
    tallies[3u * anchor] = bitcast<u32>(sums[0]);
    tallies[3u * anchor + 1u] = selecteds[0];
    tallies[3u * anchor + 2u] = actives[0];
  }
}`;

interface SlopesText {
  readonly functions?: string;
  readonly body: string;
  /** What it reads besides. */
  readonly reads?: Call['reads'];
}

/** A kernel that works out `sum`, `selected` and `paying` of `anchor`, and writes its slopes. */
export const slopesCall = (
  { step, points, slopes, tallies }: SlopeBuffers,
  options: SlopeOptions,
  { functions = '', body, reads = {} }: SlopesText,
): Call => ({
  reads: { step, points, ...reads },
  writes: { slopes, tallies },
  groups: [options.rows],
  code: `${anchorText(options)}
${TALLY}
${functions}
@compute @workgroup_size(${SLOPE_THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let anchor = group.x;
  let own = step[CLASS + anchor];
  measure(anchor, thread);
  var sum = 0.0;
  var selected = 0u;
  var paying = 0u;
  ${body}
  tally(anchor, thread, sum, selected, paying);
}`,
});
