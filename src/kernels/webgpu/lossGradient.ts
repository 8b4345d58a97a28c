import type { Bound, Call } from './call.ts';
import {
  GRADIENT_THREADS,
  gradientMemory,
  type GradientOptions,
  partsReduced,
  tell,
  throughNormalising,
  totals,
} from './gradientText.ts';
import type { EmbeddingShape } from './embeddingShape.ts';
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
  /** Set to 1 when the numbers have blown up; and how much was selected so far. */
  readonly halted: Bound;
}

/** From the slopes of all anchors: Σ over the others of (one + the other) × what the measure pulls along. */
export const ofMeasures =
  ({ pulls }: CardMeasure) =>
  ({ rows, dims }: EmbeddingShape): string =>
    `
  for (var other = thread; other < ${rows}u; other += ${GRADIENT_THREADS}u) {
    let weight = (slopes[row * ${rows}u + other] + slopes[other * ${rows}u + row]) * scale;
    for (var d = 0u; d < ${dims}u; d++) {
      parts[d * ${GRADIENT_THREADS}u + thread] += weight * (${pulls(`points[row * ${dims}u + d]`, `points[other * ${dims}u + d]`)});
    }
  }`;

/** From slopes that are those of the rows themselves. */
export const ofRows = ({ dims }: EmbeddingShape): string => `
  for (var d = 0u; d < ${dims}u && thread == 0u; d++) { parts[d * ${GRADIENT_THREADS}u] = slopes[row * ${dims}u + d] * scale; }`;

/**
 * ∂loss/∂embeddings from the slopes, and the step's report. A workgroup works out a row, whose parts are
 * given as WGSL of `row` and `scale`.
 */
export const lossGradientCall = (
  { embeddings, points, slopes, tallies, gradient, report, halted }: LossGradientBuffers,
  options: GradientOptions,
  partsOf: (shape: EmbeddingShape) => string,
): Call => {
  const { rows, dims, divisions } = options;
  const values = rows * dims;
  return {
    reads: { embeddings, points, slopes, tallies },
    writes: { gradient, report, halted },
    groups: [rows],
    code: `${gradientMemory(options)}
@compute @workgroup_size(${GRADIENT_THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let row = group.x;
  ${totals(options, { embeddings: values })}
  ${tell(options)}
  ${partsOf(options)}
  ${partsReduced(options)}
  if (thread < ${dims}u) {
    let at = row * ${dims}u + thread;
    var pull = parts[thread * ${GRADIENT_THREADS}u];
    ${divisions > 0 ? throughNormalising('embeddings', options) : ''}
    gradient[at] = pull;
    report[${REPORT_HEADER}u + at] = bitcast<u32>(embeddings[at]);
    report[${REPORT_HEADER + values}u + at] = bitcast<u32>(pull);
  }
}`,
  };
};
