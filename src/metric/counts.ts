import type { Classes } from './classes.ts';

/** What a labelled batch offers to choose from. Ordered: (i, j) and (j, i) both count. */
export interface BatchCounts {
  readonly orderedPositivePairs: number;
  readonly orderedNegativePairs: number;
  /** Triplets (a, p, n) with a ≠ p of one class and n of another: Σ n_c (n_c - 1)(B - n_c). */
  readonly validTriplets: number;
}

export function countBatch({ of, members }: Classes): BatchCounts {
  let orderedPositivePairs = 0;
  let orderedNegativePairs = 0;
  let validTriplets = 0;
  for (const { length } of members) {
    const others = of.length - length;
    orderedPositivePairs += length * (length - 1);
    orderedNegativePairs += length * others;
    validTriplets += length * (length - 1) * others;
  }
  return { orderedPositivePairs, orderedNegativePairs, validTriplets };
}
