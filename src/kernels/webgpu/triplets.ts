import type { Call } from './call.ts';
import { type MarginText, marginFunctions } from './marginTerms.ts';
import { type SlopeBuffers, type SlopeOptions, slopesCall } from './slopes.ts';

/** Which triplets are selected, as WGSL of `gap` = d_an - d_ap and `margin`: see src/metric/zones.ts. */
export const SELECTED = {
  all: 'true',
  semiHard: 'gap > 0.0 && gap < margin',
  hard: 'gap <= 0.0',
} as const;

/**
 * The triplet loss of an anchor over its selected triplets. A negative's thread visits the positives,
 * and a positive's the negatives, so that no two add to one number and the order is always the same.
 */
export const tripletsCall = (
  buffers: SlopeBuffers,
  options: SlopeOptions,
  { selects, term }: { readonly selects: string; readonly term: MarginText },
): Call =>
  slopesCall(buffers, options, {
    functions: `${marginFunctions(term)}
fn selects(gap: f32, margin: f32) -> bool { return ${selects}; }`,
    body: `
  let margin = told(VALUES);
  let first = step[FROM + anchor];
  let end = step[TO + anchor];
  for (var row = thread; row < ROWS; row += THREADS) {
    var slope = 0.0;
    if (step[CLASS + row] != own) {
      for (var place = first; place < end; place++) {
        let positive = step[LIST + place];
        if (positive == anchor) { continue; }
        let gap = measures[row] - measures[positive];
        if (!selects(gap, margin)) { continue; }
        selected++;
        if (!isActive(gap, margin)) { continue; }
        paying++;
        sum += lossOf(gap, margin);
        slope -= slopeOf(gap);
      }
    } else if (row != anchor) {
      for (var negative = 0u; negative < ROWS; negative++) {
        if (step[CLASS + negative] == own) { continue; }
        let gap = measures[negative] - measures[row];
        if (selects(gap, margin) && isActive(gap, margin)) { slope += slopeOf(gap); }
      }
    }
    slopes[anchor * ROWS + row] = slope * slopeAt(measures[row]);
  }`,
  });
