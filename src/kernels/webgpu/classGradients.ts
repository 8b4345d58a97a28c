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
import type { LossGradientBuffers } from './lossGradient.ts';
import { lengthFunction } from './normalise.ts';
import { REPORT_HEADER } from './stepRecord.ts';

export interface ClassGradientBuffers extends LossGradientBuffers {
  /** Of the classes, as they are learned. */
  readonly vectors: Bound;
  /** ∂loss/∂vectors. */
  readonly vectorGradient: Bound;
}

/**
 * ∂loss/∂embeddings and ∂loss/∂class vectors from the slopes of all samples, and the step's report: first
 * come the workgroups of the samples, then those of the classes, one each. Divides rows by their length by
 * itself: a kernel has at most eight buffers.
 */
export function classGradientsCall(
  { vectors, vectorGradient, ...buffers }: ClassGradientBuffers,
  options: GradientOptions & { readonly classes: number },
): Call {
  const { rows, dims, classes } = options;
  const { embeddings, slopes, tallies, gradient, report, halted } = buffers;
  const [values, learned] = [rows * dims, classes * dims];
  const forSample = `
    for (var place = thread; place < ${classes}u; place += ${GRADIENT_THREADS}u) {
      let weight = slopes[row * ${classes}u + place] * scale / lengthOf(place);
      for (var d = 0u; d < ${dims}u; d++) {
        parts[d * ${GRADIENT_THREADS}u + thread] += weight * vectors[place * ${dims}u + d];
      }
    }`;
  const forClass = `
    for (var sample = thread; sample < ${rows}u; sample += ${GRADIENT_THREADS}u) {
      let weight = slopes[sample * ${classes}u + row] * scale / lengthOfSample(sample);
      for (var d = 0u; d < ${dims}u; d++) {
        parts[d * ${GRADIENT_THREADS}u + thread] += weight * embeddings[sample * ${dims}u + d];
      }
    }`;
  const code = `${gradientMemory(options)}
${lengthFunction('lengthOf', 'vectors', dims)}
${lengthFunction('lengthOfSample', 'embeddings', dims)}
@compute @workgroup_size(${GRADIENT_THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let isSample = group.x < ${rows}u;
  let row = select(group.x - ${rows}u, group.x, isSample);
  ${totals(options, { embeddings: values, vectors: learned })}
  if (isSample) {
    ${tell(options)}
    ${forSample}
  } else {
    ${forClass}
  }
  ${partsReduced(options)}
  if (thread >= ${dims}u) { return; }
  let at = row * ${dims}u + thread;
  var pull = parts[thread * ${GRADIENT_THREADS}u];
  if (isSample) {
    ${throughNormalising('embeddings', options)}
    gradient[at] = pull;
    report[${REPORT_HEADER}u + at] = bitcast<u32>(embeddings[at]);
    report[${REPORT_HEADER + values}u + at] = bitcast<u32>(pull);
  } else {
    ${throughNormalising('vectors', { dims, divisions: 1 })}
    vectorGradient[at] = pull;
    report[${REPORT_HEADER + 2 * values}u + at] = bitcast<u32>(vectors[at]);
  }
}`;
  return {
    code,
    groups: [rows + classes],
    reads: { embeddings, slopes, tallies, vectors },
    writes: { gradient, vectorGradient, report, halted },
  };
}
