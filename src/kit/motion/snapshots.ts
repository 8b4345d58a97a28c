/** A step of a descent that has been taken, and what is charted of it. */
export interface Snapshot<S> {
  readonly state: S;
  readonly value: number;
}

/** The steps of a descent, and which of them is shown. */
export interface Snapshots<S> {
  readonly snapshots: readonly Snapshot<S>[];
  readonly cursor: number;
  /** How many steps came before the first snapshot, and are forgotten. */
  readonly forgotten: number;
}

export const noSnapshots = {
  snapshots: [],
  cursor: 0,
  forgotten: 0,
} as const satisfies Snapshots<never>;

/** A long history loses its oldest quarter, so that neither memory nor the chart grows for ever. */
export const CAPACITY = 1200;
const QUARTER = CAPACITY / 4;

/** Goes on from the shown step; what had come after it is gone. */
export function append<S>(
  { snapshots, cursor, forgotten }: Snapshots<S>,
  next: Snapshot<S>,
): Snapshots<S> {
  const grown = [...snapshots.slice(0, cursor + 1), next];
  const lost = grown.length > CAPACITY ? QUARTER : 0;
  return {
    snapshots: grown.slice(lost),
    cursor: grown.length - lost - 1,
    forgotten: forgotten + lost,
  };
}

/** The reader has changed the shown step: it has another record, and no future yet. */
export const revise = <S>(
  { snapshots, cursor, forgotten }: Snapshots<S>,
  next: Snapshot<S>,
): Snapshots<S> => ({ snapshots: [...snapshots.slice(0, cursor), next], cursor, forgotten });

/** Room on the chart's axis: as the history grows, it doubles now and then. */
export const spanOf = (length: number): number =>
  [150, 300, 600].find((span) => length <= span + 1) ?? CAPACITY;
