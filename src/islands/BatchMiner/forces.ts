import { radialShare } from '#metric/evaluation/radialShare.ts';
import { distanceMatrix } from '#metric/pairwise.ts';
import type { BatchState } from './batch.ts';
import { mineBatch } from './quantities.ts';

/** How strongly a triplet pulls at its positive, and how strongly it pushes its negative. */
interface TripletForce {
  readonly pull: number;
  readonly push: number;
}

export interface BatchForces {
  /** Of the selected triplets that have a loss: the hardest first, d_ap - d_an being largest. */
  readonly triplets: readonly TripletForce[];
  /** What the pushes come to as a share of the pulls; 1 where there are none. */
  readonly pushShare: number;
  /** Of the force of them all, the share that shrinks the cloud: see `radialShare`. */
  readonly shrinkShare: number;
}

/**
 * The forces of the batch if its distances were squared, or if they were plain; all else is as the
 * state has it, the margin's number too. The force on a positive is the gradient of its distance to the
 * anchor: twice as long as that distance where it is squared, of length 1 where it is plain.
 */
export function forcesUnder(state: BatchState, squared: boolean): BatchForces {
  const { embeddings, gradient, triplets: selected } = mineBatch({ ...state, squared });
  const plain = distanceMatrix(embeddings, 'plain');
  const active: (TripletForce & { readonly gap: number })[] = [];
  for (let t = 0; t < selected.length; t += 3) {
    const row = selected[t]! * embeddings.rows;
    const [ap, an] = [plain[row + selected[t + 1]!]!, plain[row + selected[t + 2]!]!];
    const gap = squared ? ap ** 2 - an ** 2 : ap - an;
    if (gap + state.margin <= 0) continue;
    active.push(squared ? { pull: 2 * ap, push: 2 * an, gap } : { pull: 1, push: 1, gap });
  }
  const triplets = active.toSorted((a, b) => b.gap - a.gap);
  const sum = (of: keyof TripletForce) => triplets.reduce((all, each) => all + each[of], 0);
  return {
    triplets,
    pushShare: sum('pull') > 0 ? sum('push') / sum('pull') : 1,
    shrinkShare: radialShare(embeddings, gradient),
  };
}
