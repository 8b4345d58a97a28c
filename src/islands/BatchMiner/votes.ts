import { scaleVote } from '#metric/scaleDerivative.ts';
import { zoneOf } from '#metric/tripletLoss.ts';
import { type BatchState, rowsOf } from './batch.ts';

/** What the active triplets of a selection say about the size of the cloud. */
export interface Ballot {
  /** The sum of d_ap - d_an over the hard triplets: never below 0. */
  readonly shrink: number;
  /** The same over the semi-hard ones: never above 0. */
  readonly expand: number;
  readonly hard: number;
  readonly semiHard: number;
  /** The sum of both. */
  readonly scaleSum: number;
  /** The sum as a share of all that is said: 1 when everything shrinks, -1 when all expands. */
  readonly balance: number;
}

/** Counts the votes of the given triplets (three rows each) in a matrix of distances. */
export function countVotes(
  triplets: Int32Array,
  distances: Float64Array,
  state: Pick<BatchState, 'p' | 'k' | 'margin' | 'squared'>,
): Ballot {
  const { margin, squared } = state;
  const rows = rowsOf(state);
  // The vote is the derivative of the loss; the sum of the article's formula has no factor in it.
  const factor = squared ? 2 : 1;
  let shrink = 0;
  let expand = 0;
  let hard = 0;
  let semiHard = 0;
  for (let t = 0; t < triplets.length; t += 3) {
    const row = triplets[t]! * rows;
    const dAP = distances[row + triplets[t + 1]!]!;
    const dAN = distances[row + triplets[t + 2]!]!;
    const hinge = dAP - dAN + margin;
    if (hinge <= 0) continue;
    const vote = scaleVote({ hinge, dAP, dAN }, squared) / factor;
    if (zoneOf(dAP, dAN, margin) === 'hard') {
      shrink += vote;
      hard++;
    } else {
      expand += vote;
      semiHard++;
    }
  }
  const scaleSum = shrink + expand;
  const said = shrink - expand;
  return { shrink, expand, hard, semiHard, scaleSum, balance: said === 0 ? 0 : scaleSum / said };
}
