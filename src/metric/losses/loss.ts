import type { Batch } from '../batch.ts';
import type { Distance } from '../distances/distance.ts';
import type { Margin } from '../margin.ts';
import type { Selection } from '../miners/miner.ts';
import type { Random } from '../random.ts';
import type { SelectionCounts } from '../reducers/reducer.ts';

/** The other three choices, and the margin, as a loss gets them. */
interface LossSetup {
  readonly distance: Distance;
  readonly selection: Selection;
  readonly margin: Margin;
  /** Whether anchors that lack a positive or a negative are still asked for a selection. */
  readonly standIns: boolean;
}

/** A loss summed over a selection, before any reducer. */
export interface Tally extends SelectionCounts {
  readonly sum: number;
  /** How many triplets (or pairs) there were to select from. */
  readonly valid: number;
  /** ∂sum/∂points. */
  readonly gradient: Float64Array;
}

/** What one anchor adds; `weights` receives ∂sum/∂distance for every row. */
export interface AnchorTally {
  readonly sum: number;
  readonly selected: number;
  readonly active: number;
  /** The rows whose weights are not 0, where they are few; some may come twice. */
  readonly rows?: Int32Array;
}

export type Loss = (setup: LossSetup) => (batch: Batch, random: Random) => Tally;
