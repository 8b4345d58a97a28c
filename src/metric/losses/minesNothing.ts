import type { Loss } from './loss.ts';

/** Of a loss that leaves nothing to a miner: why it refuses all that leave something out. */
export const minesNothing =
  (why: string): Loss['refuses'] =>
  ({ takesAll }) =>
    takesAll ? undefined : `${why}: it takes no miner but batch-all`;
