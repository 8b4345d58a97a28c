import type { Distance } from '../distances/distance.ts';
import type { Margin } from '../margin.ts';
import type { Selection } from '../miners/miner.ts';

/** The other choices, and the parameters, as a loss gets them. */
export interface LossSetup<Values = unknown> {
  /** The loss's own parameters by name. */
  readonly values: Values;
  readonly distance: Distance;
  readonly selection: Selection;
  /** In force, in units of the distance; undefined for a loss that has none. */
  readonly margin: Margin | undefined;
  /** Whether anchors that lack a positive or a negative are still asked for a selection. */
  readonly standIns: boolean;
  /** Every label that may come, ascending; empty where nobody said. A loss that learns needs them. */
  readonly labels: readonly number[];
  /** What the loss has learned, for looking at what it sums over; empty where nobody said. */
  readonly learned: readonly Float64Array[];
}
