import type { Call } from './call.ts';
import { type MarginText, marginFunctions } from './marginTerms.ts';
import { ONE_TRIPLET } from './oneTriplet.ts';
import { reduced } from './reductions.ts';
import { SLOPE_THREADS, type SlopeBuffers, type SlopeOptions, slopesCall } from './slopes.ts';

/**
 * The triplet loss of each anchor's farthest positive with its nearest negative, of several at the
 * same distance the first: batch-hard. Without either, nothing is selected.
 */
export const hardestCall = (buffers: SlopeBuffers, options: SlopeOptions, term: MarginText): Call =>
  slopesCall(buffers, options, {
    functions: `${marginFunctions(term)}
var<workgroup> farthest: array<u32, ${SLOPE_THREADS}>;
var<workgroup> nearest: array<u32, ${SLOPE_THREADS}>;
/** ROWS stands for none. */
fn farther(i: u32, j: u32) -> u32 {
  if (i == ROWS || j == ROWS) { return min(i, j); }
  if (measures[i] == measures[j]) { return min(i, j); }
  return select(j, i, measures[i] > measures[j]);
}
fn nearer(i: u32, j: u32) -> u32 {
  if (i == ROWS || j == ROWS) { return min(i, j); }
  if (measures[i] == measures[j]) { return min(i, j); }
  return select(j, i, measures[i] < measures[j]);
}`,
    body: `
  farthest[thread] = ROWS;
  nearest[thread] = ROWS;
  for (var row = thread; row < ROWS; row += THREADS) {
    if (step[CLASS + row] != own) { nearest[thread] = nearer(nearest[thread], row); }
    else if (row != anchor) { farthest[thread] = farther(farthest[thread], row); }
  }
  ${reduced(
    SLOPE_THREADS,
    `
      nearest[thread] = nearer(nearest[thread], nearest[thread + half]);
      farthest[thread] = farther(farthest[thread], farthest[thread + half]);`,
  )}
  let positive = farthest[0];
  let negative = nearest[0];
  ${ONE_TRIPLET}`,
  });
