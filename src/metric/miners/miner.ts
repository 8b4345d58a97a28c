import type { Anchor } from '../classes.ts';
import type { OfflineNegative } from '../offlineMining.ts';
import type { Random } from '../random.ts';
import type { Choice } from '../registry.ts';
import type { MarginTie } from '../zones.ts';

/** A batch as one of its rows, the anchor, sees it. Reused from anchor to anchor: do not keep it. */
export interface AnchorView extends Anchor {
  /** From the anchor to every row of the batch; 0 to itself. */
  readonly distances: Float64Array;
  readonly random: Random;
  readonly dims: number;
  /** The squared distance to a row, whatever distance is chosen. */
  squareTo(row: number): number;
}

/** What a miner needs to know beyond the batch. */
export interface MiningRules {
  /** Needed by the miners that compare with it; they refuse a soft margin, and none. */
  readonly margin: number | 'soft' | undefined;
  readonly marginTie: MarginTie;
  /** Whether an anchor without a positive or a negative gets a stand-in (see the miners that have one). */
  readonly standIns: boolean;
}

/** Calls `take` with the positive and the negative of each triplet it selects for this anchor. */
export type SelectTriplets = (
  view: AnchorView,
  take: (positive: number, negative: number) => void,
) => void;

/** The same where it follows from the classes and the draws alone: at most one triplet for an anchor. */
export type SelectBlindly = (
  view: Anchor & Pick<AnchorView, 'random'>,
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

/** A miner that can be chosen. */
export interface MinerEntry extends Choice {
  readonly mine: Miner;
  /** What it selects, of a miner that looks at no distances. */
  readonly blind?: SelectBlindly;
  /** Whether it leaves nothing out. */
  readonly takesAll?: true;
  /** Whether it compares with the margin, which must then be a number. */
  readonly comparesWithMargin?: true;
  /** The negatives of a miner that chooses its triplets before each epoch, among all samples. */
  readonly offline?: OfflineNegative;
  /** Whether its draws may miss all that have a loss, and the next ones find some. */
  readonly mayMissByChance?: true;
  /** What to try once a run has collapsed under it, where that is its own doing. */
  readonly afterCollapse?: string;
  /** `mine(embeddings, labels)` with pytorch-metric-learning; missing where that has no such miner. */
  readonly pytorch?: string;
}

/** The margin as a number. Throws when it is soft, or there is none. */
export function numericMargin({ margin }: MiningRules, miner: string): number {
  if (typeof margin !== 'number')
    throw new RangeError(
      `miner "${miner}" compares with the margin: give it a number, not ${margin === 'soft' ? '"soft"' : 'none'}`,
    );
  return margin;
}
