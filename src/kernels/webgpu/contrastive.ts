import type { Call } from './call.ts';
import { type SlopeBuffers, type SlopeOptions, slopesCall } from './slopes.ts';

/** The contrastive loss of an anchor's pairs with all later rows: see src/metric/losses. */
export const contrastiveCall = (buffers: SlopeBuffers, options: SlopeOptions): Call =>
  slopesCall(buffers, options, {
    body: `
  let margin = told(VALUES);
  for (var row = thread; row < ROWS; row += THREADS) {
    var slope = 0.0;
    if (row > anchor) {
      let similar = step[CLASS + row] == own;
      let reach = select(max(0.0, margin - measures[row]), measures[row], similar);
      selected++;
      if (reach > 0.0) {
        paying++;
        sum += reach * reach;
        slope = select(-2.0, 2.0, similar) * reach * slopeAt(measures[row]);
      }
    }
    slopes[anchor * ROWS + row] = slope;
  }`,
  });
