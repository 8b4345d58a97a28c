import { type EmbeddingShape, NORM_FLOOR } from './embeddingShape.ts';
import { COUNTED, countMemory, reduced } from './reductions.ts';

/** What all kernels of a loss's gradient are told. */
export interface GradientOptions extends EmbeddingShape {
  /**
   * How often rows are divided by their length before the loss sees them. The second time nothing comes
   * of it but that the gradient of a row of zeros is divided twice, as in src/metric.
   */
  readonly divisions: number;
  /** WGSL of what the sum is divided by, from the counts `selected` and `paying`; 0 leaves zeros. */
  readonly divisor: string;
  /** A loss beyond it, or that is not a number, halts the run. */
  readonly largestLoss: number;
}

export const GRADIENT_THREADS = 64;
/** Beyond it squares overflow. */
const LARGEST_EMBEDDING = 1e18;

const bitsOf = (value: number) => `${new Uint32Array(Float32Array.of(value).buffer)[0]}u`;

const blown = (name: string, count: number) => `
  for (var at = thread; at < ${count}u; at += ${GRADIENT_THREADS}u) {
    blown[thread] |= u32(bitcast<u32>(abs(${name}[at])) > ${bitsOf(LARGEST_EMBEDDING)});
  }`;

/**
 * Sums of all anchors, the same in every workgroup; whether a number of the arrays, so many of each, is too
 * large to square.
 */
export const totals = (
  { rows, divisor }: GradientOptions,
  arrays: Readonly<Record<string, number>>,
): string => `
  for (var anchor = thread; anchor < ${rows}u; anchor += ${GRADIENT_THREADS}u) {
    sums[thread] += bitcast<f32>(tallies[3u * anchor]);
    selecteds[thread] += tallies[3u * anchor + 1u];
    actives[thread] += tallies[3u * anchor + 2u];
  }
  ${Object.entries(arrays)
    .map(([name, count]) => blown(name, count))
    .join('')}
  ${reduced(GRADIENT_THREADS, `${COUNTED} blown[thread] |= blown[thread + half];`)}
  let selected = selecteds[0];
  let paying = actives[0];
  let divisor = f32(${divisor});
  let scale = select(0.0, 1.0 / divisor, divisor > 0.0);`;

/** Compared by their bits: a compiler may take it that nothing is ever infinite or not a number. */
export const tell = ({ largestLoss }: GradientOptions): string => `
  if (row == 0u && thread == 0u) {
    let loss = sums[0] * scale;
    report[0] = select(bitcast<u32>(loss), 0x7fc00000u, blown[0] > 0u);
    report[1] = selected;
    report[2] = paying;
    if (blown[0] > 0u || bitcast<u32>(abs(loss)) > ${bitsOf(largestLoss)}) { halted[0] = 1u; }
    report[3] = halted[0];
    halted[1] += selected;
  }`;

/**
 * What turns ∂loss/∂a row of length 1, in `parts` and one number of it in `pull`, into that with respect to
 * the row as it was: see normalisationGradient of src/metric.
 */
export const throughNormalising = (
  name: string,
  { dims, divisions }: Pick<GradientOptions, 'dims' | 'divisions'>,
): string => `
    var square = 0.0;
    var along = 0.0;
    for (var d = 0u; d < ${dims}u; d++) {
      square += ${name}[row * ${dims}u + d] * ${name}[row * ${dims}u + d];
      along += parts[d * ${GRADIENT_THREADS}u] * ${name}[row * ${dims}u + d];
    }
    let length = sqrt(square);
    let isShort = length <= f32(${NORM_FLOOR});
    along = select(along / length / length, 0.0, isShort);
    let divisor = select(length, f32(${NORM_FLOOR ** divisions}), isShort);
    pull = (pull - along * ${name}[row * ${dims}u + thread]) / divisor;`;

/** The memory of a workgroup. */
export const gradientMemory = ({ dims }: EmbeddingShape): string => `
${countMemory(GRADIENT_THREADS)}
var<workgroup> blown: array<u32, ${GRADIENT_THREADS}>;
/** [dimension][thread], in the end the sums over all threads in the first place of each. */
var<workgroup> parts: array<f32, ${GRADIENT_THREADS * dims}>;`;

/** Adds up `parts` over all threads. */
export const partsReduced = ({ dims }: EmbeddingShape): string =>
  reduced(
    GRADIENT_THREADS,
    `
      for (var d = 0u; d < ${dims}u; d++) {
        parts[d * ${GRADIENT_THREADS}u + thread] += parts[d * ${GRADIENT_THREADS}u + thread + half];
      }`,
  );
