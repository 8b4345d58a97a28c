/** What was recorded at each step of a descent, and which of them is shown. */
export interface History<T> {
  readonly snapshots: readonly T[];
  readonly cursor: number;
}

export const emptyHistory = { snapshots: [], cursor: 0 } as const satisfies History<never>;

/** A long history loses its oldest quarter, so that neither memory nor the chart grows for ever. */
export const CAPACITY = 1200;
const FORGOTTEN = CAPACITY / 4;

/** Goes on from the shown step; what had come after it is gone. */
export function append<T>({ snapshots, cursor }: History<T>, next: T): History<T> {
  const grown = [...snapshots.slice(0, cursor + 1), next];
  const remembered = grown.length > CAPACITY ? grown.slice(FORGOTTEN) : grown;
  return { snapshots: remembered, cursor: remembered.length - 1 };
}

/** The reader has changed the shown step: it has another record, and no future yet. */
export const revise = <T>({ snapshots, cursor }: History<T>, next: T): History<T> => ({
  snapshots: [...snapshots.slice(0, cursor), next],
  cursor,
});

/** Room on the chart's axis: as the history grows, it doubles now and then. */
export const spanOf = (length: number): number =>
  [150, 300, 600].find((span) => length <= span + 1) ?? CAPACITY;
