import type { Call } from './call.ts';
import { type MarginText, marginFunctions } from './marginTerms.ts';
import { type CandidatesText, softmaxFunctions } from './softmaxes.ts';
import { type SlopeBuffers, type SlopeOptions, slopesCall } from './slopes.ts';

/** −excess, without end in both directions: decoupled. */
export const unbounded: MarginText = { isActive: 'gap != 0.0', loss: '-gap', slope: '1.0' };

/**
 * A term for each positive of an anchor beside all of its negatives, of the gap
 * s_ap / T − ln Σ e^(s_an / T): see `pairsBesideNegatives` and `firstAgainstSecond` of src/metric/losses.
 */
export const softmaxPairsCall = (
  buffers: SlopeBuffers,
  options: SlopeOptions,
  { candidates, term }: { readonly candidates: CandidatesText; readonly term: MarginText },
): Call =>
  slopesCall(buffers, options, {
    functions: `${marginFunctions(term)}${softmaxFunctions(candidates)}`,
    body: `
  let temperature = told(VALUES);
  let negatives = negativesOf(anchor, thread, temperature);
  let isAlone = negatives.sum == 0.0;
  var pull = 0.0;
  for (var row = thread; row < ROWS; row += THREADS) {
    if (!isPositive(anchor, row) || (isAlone && ${!candidates.countsAlone})) { continue; }
    selected++;
    if (isAlone) { continue; }
    let gap = (measures[row] - negatives.most) / temperature - log(negatives.sum);
    if (isActive(gap, 0.0)) {
      paying++;
      sum += lossOf(gap, 0.0);
    }
    pull += slopeOf(gap) / temperature;
  }
  pull = totalOf(thread, vec2f(pull)).x;
  for (var row = thread; row < ROWS; row += THREADS) {
    var slope = 0.0;
    if (!isAlone && isPositive(anchor, row)) {
      let gap = (measures[row] - negatives.most) / temperature - log(negatives.sum);
      slope = -slopeOf(gap) / temperature;
    } else if (isNegative(anchor, row)) {
      slope = pull * exp((measures[row] - negatives.most) / temperature) / negatives.sum;
    }
    slopes[anchor * ROWS + row] = slope * slopeAt(measures[row]);
  }`,
  });
