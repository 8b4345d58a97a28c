/** How many triplets (or pairs) were selected, and how many of those have a positive loss. */
export interface SelectionCounts {
  readonly selected: number;
  readonly active: number;
}

/** What the summed loss is divided by. */
export type Reducer = (counts: SelectionCounts) => number;
