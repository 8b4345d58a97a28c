import type { Random } from '../random.ts';
import type { MarginTie } from '../zones.ts';

/** A batch as one of its rows, the anchor, sees it. Reused from anchor to anchor: do not keep it. */
export interface AnchorView {
  readonly anchor: number;
  /** From the anchor to every row of the batch; 0 to itself. */
  readonly distances: Float64Array;
  /** The other rows of the anchor's class, ascending. */
  readonly positives: Int32Array;
  /** The rows of all other classes, ascending. */
  readonly negatives: Int32Array;
  readonly random: Random;
}

/** What a miner needs to know beyond the batch. */
export interface MiningRules {
  /** Needed by the miners that compare with it; they refuse the soft margin. */
  readonly margin: number | 'soft';
  readonly marginTie: MarginTie;
  /** Whether an anchor without a positive or a negative gets a stand-in (see the miners that have one). */
  readonly standIns: boolean;
}

/** Calls `take` with the positive and the negative of each triplet it selects for this anchor. */
export type SelectTriplets = (
  view: AnchorView,
  take: (positive: number, negative: number) => void,
) => void;

/** A stretch of the positives sorted by distance, cut where the hinge opens and where d_an = d_ap. */
export interface Band {
  readonly from: 'nearest' | 'margin' | 'tie';
  readonly to: 'margin' | 'tie' | 'farthest';
}

export interface Selection {
  readonly select: SelectTriplets;
  /**
   * Present where for every negative the selected positives are one stretch of the sorted ones: a
   * loss may then count them instead of visiting each triplet.
   */
  readonly band?: Band;
}

export type Miner = (rules: MiningRules) => Selection;

/** The margin as a number. Throws when it is soft. */
export function numericMargin({ margin }: MiningRules, miner: string): number {
  if (margin === 'soft')
    throw new RangeError(`miner "${miner}" compares with the margin: give it a number, not "soft"`);
  return margin;
}
