import type { CrowdState } from './definition.ts';

export interface Snapshot {
  /** Steps since the start. */
  readonly step: number;
  readonly state: CrowdState;
  readonly loss: number;
}

/** The steps of a descent and which of them is shown. */
export interface History {
  readonly snapshots: readonly Snapshot[];
  readonly cursor: number;
}

/** A long history loses its oldest quarter, so that neither memory nor the chart grows for ever. */
export const CAPACITY = 1200;
const FORGOTTEN = CAPACITY / 4;

/** Goes on from the shown step; what had come after it is gone. */
export function append({ snapshots, cursor }: History, next: Omit<Snapshot, 'step'>): History {
  const kept = snapshots.slice(0, cursor + 1);
  const step = (kept.at(-1)?.step ?? -1) + 1;
  const grown = [...kept, { step, ...next }];
  const remembered = grown.length > CAPACITY ? grown.slice(FORGOTTEN) : grown;
  return { snapshots: remembered, cursor: remembered.length - 1 };
}

/** The reader has changed the shown state: the same step with another state, and no future yet. */
export function revise({ snapshots, cursor }: History, next: Omit<Snapshot, 'step'>): History {
  const step = snapshots[cursor]?.step ?? 0;
  return { snapshots: [...snapshots.slice(0, cursor), { step, ...next }], cursor };
}

/** Room on the chart's axis: as the history grows, it doubles now and then. */
export const spanOf = (length: number): number =>
  [150, 300, 600].find((span) => length <= span + 1) ?? CAPACITY;
