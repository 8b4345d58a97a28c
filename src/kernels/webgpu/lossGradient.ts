import type { Bound, Call } from './call.ts';
import { type EmbeddingShape, NORM_FLOOR } from './embeddingShape.ts';
import type { CardMeasure } from './measure.ts';
import { REPORT_HEADER } from './stepRecord.ts';

export interface LossGradientBuffers {
  /** As the network gave them. */
  readonly embeddings: Bound;
  /** As the loss saw them: the same buffer where it sees them so. */
  readonly points: Bound;
  /** Of the kernel before: see SlopeBuffers. */
  readonly slopes: Bound;
  readonly tallies: Bound;
  /** ∂loss/∂embeddings. */
  readonly gradient: Bound;
  /** See StepReport. */
  readonly report: Bound;
  /** Set to 1 when the numbers have blown up. */
  readonly halted: Bound;
}

export interface LossGradientOptions extends EmbeddingShape {
  /**
   * How often rows are divided by their length before the loss sees them. The second time nothing comes
   * of it but that the gradient of a row of zeros is divided twice, as in src/metric.
   */
  readonly divisions: number;
  readonly measure: CardMeasure;
  /** WGSL of what the sum is divided by, from the counts `selected` and `paying`; 0 leaves zeros. */
  readonly divisor: string;
  /** A loss beyond it, or that is not a number, halts the run. */
  readonly largestLoss: number;
}

const THREADS = 64;
/** Beyond it squares overflow. */
const LARGEST_EMBEDDING = 1e18;

const bitsOf = (value: number) => `${new Uint32Array(Float32Array.of(value).buffer)[0]}u`;

const reduced = (body: string) => `
  workgroupBarrier();
  for (var half = ${THREADS / 2}u; half > 0u; half /= 2u) {
    if (thread < half) { ${body} }
    workgroupBarrier();
  }`;

/** Sums of all anchors, the same in every workgroup; whether an embedding is too large to square. */
const totals = ({ rows, dims, divisor }: LossGradientOptions) => `
  for (var anchor = thread; anchor < ${rows}u; anchor += ${THREADS}u) {
    sums[thread] += bitcast<f32>(tallies[3u * anchor]);
    selecteds[thread] += tallies[3u * anchor + 1u];
    actives[thread] += tallies[3u * anchor + 2u];
  }
  for (var at = thread; at < ${rows * dims}u; at += ${THREADS}u) {
    blown[thread] |= u32(bitcast<u32>(abs(embeddings[at])) > ${bitsOf(LARGEST_EMBEDDING)});
  }
  ${reduced(`
      sums[thread] += sums[thread + half];
      selecteds[thread] += selecteds[thread + half];
      actives[thread] += actives[thread + half];
      blown[thread] |= blown[thread + half];`)}
  let selected = selecteds[0];
  let paying = actives[0];
  let divisor = f32(${divisor});
  let scale = select(0.0, 1.0 / divisor, divisor > 0.0);`;

/** Compared by their bits: a compiler may take it that nothing is ever infinite or not a number. */
const tell = ({ largestLoss }: LossGradientOptions) => `
  if (row == 0u && thread == 0u) {
    let loss = sums[0] * scale;
    report[0] = select(bitcast<u32>(loss), 0x7fc00000u, blown[0] > 0u);
    report[1] = selected;
    report[2] = paying;
    if (blown[0] > 0u || bitcast<u32>(abs(loss)) > ${bitsOf(largestLoss)}) { halted[0] = 1u; }
    report[3] = halted[0];
  }`;

/** What turns ∂loss/∂point of a row into ∂loss/∂embedding: see normalisationGradient of src/metric. */
const throughNormalising = ({ dims, divisions }: LossGradientOptions) => `
    var square = 0.0;
    var along = 0.0;
    for (var d = 0u; d < ${dims}u; d++) {
      square += embeddings[row * ${dims}u + d] * embeddings[row * ${dims}u + d];
      along += parts[d] * points[row * ${dims}u + d];
    }
    let length = sqrt(square);
    let isShort = length <= f32(${NORM_FLOOR});
    if (isShort) { along = 0.0; }
    let divisor = select(length, f32(${NORM_FLOOR ** divisions}), isShort);
    pull = (pull - along * points[row * ${dims}u + thread]) / divisor;`;

/**
 * ∂loss/∂embeddings from the slopes of all anchors, and the step's report. A workgroup works out a
 * row: Σ over the others of (slope of one + slope of the other) × what the measure pulls along.
 */
export const lossGradientCall = (
  { embeddings, points, slopes, tallies, gradient, report, halted }: LossGradientBuffers,
  options: LossGradientOptions,
): Call => {
  const { rows, dims, divisions, measure } = options;
  const values = rows * dims;
  return {
    reads: { embeddings, points, slopes, tallies },
    writes: { gradient, report, halted },
    groups: [rows],
    code: `
var<workgroup> sums: array<f32, ${THREADS}>;
var<workgroup> selecteds: array<u32, ${THREADS}>;
var<workgroup> actives: array<u32, ${THREADS}>;
var<workgroup> blown: array<u32, ${THREADS}>;
/** [thread][dimension], in the end the sums over all threads. */
var<workgroup> parts: array<f32, ${THREADS * dims}>;
@compute @workgroup_size(${THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let row = group.x;
  ${totals(options)}
  ${tell(options)}
  for (var other = thread; other < ${rows}u; other += ${THREADS}u) {
    let weight = (slopes[row * ${rows}u + other] + slopes[other * ${rows}u + row]) * scale;
    for (var d = 0u; d < ${dims}u; d++) {
      parts[thread * ${dims}u + d] += weight * (${measure.pulls(`points[row * ${dims}u + d]`, `points[other * ${dims}u + d]`)});
    }
  }
  ${reduced(`
      for (var d = 0u; d < ${dims}u; d++) {
        parts[thread * ${dims}u + d] += parts[(thread + half) * ${dims}u + d];
      }`)}
  if (thread < ${dims}u) {
    let at = row * ${dims}u + thread;
    var pull = parts[thread];
    ${divisions > 0 ? throughNormalising(options) : ''}
    gradient[at] = pull;
    report[${REPORT_HEADER}u + at] = bitcast<u32>(embeddings[at]);
    report[${REPORT_HEADER + values}u + at] = bitcast<u32>(pull);
  }
}`,
  };
};
