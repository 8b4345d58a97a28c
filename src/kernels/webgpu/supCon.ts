import type { Call } from './call.ts';
import { marginFunctions, softMargin } from './marginTerms.ts';
import { type SlopeBuffers, type SlopeOptions, slopesCall } from './slopes.ts';
import { byClass, softmaxFunctions } from './softmaxes.ts';

/**
 * SupCon: one term for each anchor, the mean of −ln of its positives' shares in one softmax over all other
 * rows, times T / T₀. See src/metric/losses/supCon.ts. A single positive has its loss from what the others
 * have, so that no digit of a small loss is lost.
 */
export const supConCall = (buffers: SlopeBuffers, options: SlopeOptions): Call =>
  slopesCall(buffers, options, {
    functions: `${marginFunctions(softMargin)}${softmaxFunctions(byClass)}`,
    body: `
  let temperature = told(VALUES);
  let base = told(VALUES + 1u);
  let count = step[TO + anchor] - step[FROM + anchor] - 1u;
  let negatives = negativesOf(anchor, thread, temperature);
  var top = negatives.most;
  var isPair = 0.0;
  for (var row = thread; row < ROWS; row += THREADS) {
    if (isPositive(anchor, row)) { top = max(top, measures[row]); }
    if (sideOf(row) == 0u) { isPair = 1.0; }
  }
  let largest = largestOf(thread, vec2f(top, isPair));
  top = largest.x;
  var positives = 0.0;
  for (var row = thread; row < ROWS; row += THREADS) {
    if (isPositive(anchor, row)) { positives += exp((measures[row] - top) / temperature); }
  }
  positives = totalOf(thread, vec2f(positives)).x;
  let isAlone = negatives.sum == 0.0;
  let rest = select(negatives.sum * exp((negatives.most - top) / temperature), 0.0, isAlone);
  let whole = positives + rest;
  for (var row = thread; row < ROWS; row += THREADS) {
    var slope = 0.0;
    let share = exp((measures[row] - top) / temperature) / whole;
    if (isPositive(anchor, row)) {
      if (count > 1u) {
        slope = share - 1.0 / f32(count);
        sum += (log(whole) - (measures[row] - top) / temperature) / f32(count);
      } else if (!isAlone) {
        let gap = (measures[row] - negatives.most) / temperature - log(negatives.sum);
        slope = -rest / whole;
        sum += lossOf(gap, 0.0);
        paying += u32(isActive(gap, 0.0));
      }
    } else if (row != anchor && count > 0u) {
      slope = share;
    }
    slopes[anchor * ROWS + row] = slope / base * slopeAt(measures[row]);
  }
  sum *= temperature / base;
  if (thread == 0u) {
    selected = u32(largest.y);
    paying += u32(count > 1u);
  }`,
  });
