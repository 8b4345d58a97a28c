import type { Call } from './call.ts';
import { LOG1P } from './marginTerms.ts';
import { LOWEST, reductions } from './reductions.ts';
import { SLOPE_THREADS, type SlopeBuffers, type SlopeOptions, slopesCall } from './slopes.ts';

/** Which rows an anchor keeps, of both kinds at once: see src/metric/pairSums/multiSimilarity.ts. */
const KEEPS = {
  all: 'true',
  mined: 'select(measures[row] + slack > farthest, measures[row] - slack < nearest, isOwn)',
} as const;

/**
 * The multi-similarity loss: one term for each anchor, ln(1 + Σ e^(−α(s − λ)))/α over the positives that it
 * keeps and ln(1 + Σ e^(β(s − λ)))/β over the negatives. Pairs of numbers stand for positives and negatives.
 */
export const multiSimilarityCall = (
  buffers: SlopeBuffers,
  options: SlopeOptions,
  { mines }: { readonly mines: boolean },
): Call =>
  slopesCall(buffers, options, {
    functions: `${reductions(SLOPE_THREADS)}${LOG1P}
fn keeps(row: u32, isOwn: bool, nearest: f32, farthest: f32) -> bool {
  let slack = told(VALUES + 3u);
  return ${KEEPS[mines ? 'mined' : 'all']};
}
/** What is in the sum of an anchor's positives or of its negatives; of none of them ${LOWEST}. */
fn logitOf(row: u32, isOwn: bool) -> f32 {
  let scale = select(told(VALUES + 1u), -told(VALUES), isOwn);
  return scale * (measures[row] - told(VALUES + 2u));
}`,
    body: `
  let scales = vec2f(told(VALUES), told(VALUES + 1u));
  // The farthest positive with its sign turned, and the nearest negative.
  var ends = vec2f(${LOWEST});
  for (var row = thread; row < ROWS; row += THREADS) {
    if (row == anchor) { continue; }
    if (step[CLASS + row] == own) { ends.x = max(ends.x, -measures[row]); }
    else { ends.y = max(ends.y, measures[row]); }
  }
  ends = largestOf(thread, ends);
  var tops = vec2f(${LOWEST});
  for (var row = thread; row < ROWS; row += THREADS) {
    let isOwn = step[CLASS + row] == own;
    if (row == anchor || !keeps(row, isOwn, ends.y, -ends.x)) { continue; }
    if (isOwn) { tops.x = max(tops.x, logitOf(row, isOwn)); }
    else { tops.y = max(tops.y, logitOf(row, isOwn)); }
  }
  tops = largestOf(thread, tops);
  // The 1 in the sum has the logit 0.
  let above = max(tops, vec2f(0.0));
  var totals = vec2f(0.0);
  for (var row = thread; row < ROWS; row += THREADS) {
    let isOwn = step[CLASS + row] == own;
    if (row == anchor || !keeps(row, isOwn, ends.y, -ends.x)) { continue; }
    if (isOwn) { totals.x += exp(logitOf(row, isOwn) - above.x); }
    else { totals.y += exp(logitOf(row, isOwn) - above.y); }
  }
  totals = totalOf(thread, totals);
  let wholes = exp(-above) + totals;
  for (var row = thread; row < ROWS; row += THREADS) {
    let isOwn = step[CLASS + row] == own;
    var slope = 0.0;
    if (row != anchor && keeps(row, isOwn, ends.y, -ends.x)) {
      let logit = logitOf(row, isOwn);
      slope = select(exp(logit - above.y) / wholes.y, -exp(logit - above.x) / wholes.x, isOwn);
    }
    slopes[anchor * ROWS + row] = slope * slopeAt(measures[row]);
  }
  if (thread == 0u) {
    let positive = select(log1p(totals.x), above.x + log(wholes.x), above.x > 0.0);
    let negative = select(log1p(totals.y), above.y + log(wholes.y), above.y > 0.0);
    sum = positive / scales.x + negative / scales.y;
    selected = 1u;
    // Beyond so low a sum it is 0 in double precision, too.
    paying = u32(max(tops.x, tops.y) > -745.0);
  }`,
  });
