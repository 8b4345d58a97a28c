import type { MarginTie } from '../zones.ts';

/** Where public implementations differ. The defaults are this article's own conventions. */
export interface Conventions {
  /** The zone of a triplet with d_an = d_ap + margin. */
  readonly marginTie: MarginTie;
  /**
   * What becomes of an anchor without a positive or without a negative: skipped (it contributes
   * nothing), or kept with a stand-in by the miners that have one (batch-hard, TensorFlow Addons').
   */
  readonly incompleteAnchor: 'skip' | 'stand-in';
  /** The loss of an empty selection: zero, or the NaN of those who divide 0 by 0. */
  readonly emptyLoss: 'zero' | 'NaN';
}

export const ourConventions: Conventions = {
  marginTie: 'easy',
  incompleteAnchor: 'skip',
  emptyLoss: 'zero',
};
