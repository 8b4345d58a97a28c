import { LOWEST, reductions } from './reductions.ts';
import { SIDE_OF } from './sides.ts';
import { SLOPE_THREADS } from './slopes.ts';

/** Which rows an anchor asks for, and which beside them, as WGSL of `anchor` and `row`. */
export interface CandidatesText {
  readonly isPositive: string;
  readonly isNegative: string;
  /** Whether a positive without any negative beside it counts, as one without a loss. */
  readonly countsAlone: boolean;
}

/** All rows by their classes. */
export const byClass: CandidatesText = {
  isPositive: 'step[CLASS + row] == step[CLASS + anchor] && row != anchor',
  isNegative: 'step[CLASS + row] != step[CLASS + anchor]',
  countsAlone: false,
};

/** The first two rows of each class, each of which asks for the other; only the first, or both. */
export const firstOfEach = (isSymmetric: boolean): CandidatesText => {
  const isAsked = `sideOf(anchor) <= ${Number(isSymmetric)}u && sideOf(row) == 1u - sideOf(anchor)`;
  return {
    isPositive: `${isAsked} && step[CLASS + row] == step[CLASS + anchor]`,
    isNegative: `${isAsked} && step[CLASS + row] != step[CLASS + anchor]`,
    countsAlone: true,
  };
};

/** The functions of a softmax over an anchor's candidates. */
export const softmaxFunctions = ({ isPositive, isNegative }: CandidatesText): string => `
${reductions(SLOPE_THREADS)}
${SIDE_OF}
fn isPositive(anchor: u32, row: u32) -> bool { return ${isPositive}; }
fn isNegative(anchor: u32, row: u32) -> bool { return ${isNegative}; }
/** The largest similarity, and Σ e^((similarity - largest) / T), which is 0 of nothing. */
struct Negatives { most: f32, sum: f32 }
fn negativesOf(anchor: u32, thread: u32, temperature: f32) -> Negatives {
  var most = ${LOWEST};
  for (var row = thread; row < ROWS; row += THREADS) {
    if (isNegative(anchor, row)) { most = max(most, measures[row]); }
  }
  most = largestOf(thread, vec2f(most)).x;
  var sum = 0.0;
  for (var row = thread; row < ROWS; row += THREADS) {
    if (isNegative(anchor, row)) { sum += exp((measures[row] - most) / temperature); }
  }
  return Negatives(most, totalOf(thread, vec2f(sum)).x);
}`;
