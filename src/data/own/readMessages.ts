import type { SplitData } from './splitHeldOut.ts';

/** A reader's own data, read and split. */
export interface ReadData {
  readonly split: SplitData;
  /** Names of the classes, by label. */
  readonly classes: readonly string[];
}

/** What the reading worker answers to a list of files. */
export type ReadReply =
  | { readonly type: 'read'; readonly data: ReadData }
  /** Why they cannot be used, in a sentence. */
  | { readonly type: 'refused'; readonly reason: string };
