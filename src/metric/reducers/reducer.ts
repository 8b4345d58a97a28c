import type { Choice } from '../registry.ts';

/** How many triplets (or pairs) were selected, and how many of those have a positive loss. */
export interface SelectionCounts {
  readonly selected: number;
  readonly active: number;
}

/** How the losses of a batch become one number. */
export interface Reducer extends Choice {
  /** What the summed loss is divided by. */
  readonly divisor: (counts: SelectionCounts) => number;
  /** Whether the result is a mean: it then stands at the same height however large the batch. */
  readonly isMean: boolean;
  /** A few words for a summary. */
  readonly brief: string;
  /** How it reads in PyTorch: a reducer of pytorch-metric-learning, and over a tensor `losses`. */
  readonly pytorch: { readonly reducer: string; readonly overLosses: string };
}
