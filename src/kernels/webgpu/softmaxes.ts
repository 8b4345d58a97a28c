import { LOWEST, reductions } from './reductions.ts';
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
/** Which of its class a row is: the first 0, the second 1; 2 for others, and those of a class of one. */
fn sideOf(row: u32) -> u32 {
  let first = step[FROM + row];
  if (step[TO + row] < first + 2u) { return 2u; }
  if (step[LIST + first] == row) { return 0u; }
  return select(2u, 1u, step[LIST + first + 1u] == row);
}
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
