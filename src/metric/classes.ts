/** The rows of a batch grouped by label. */
export interface Classes {
  /** The class of each row, counted from 0 in order of first appearance. */
  readonly of: Int32Array;
  /** The rows of each class, ascending. */
  readonly members: readonly Int32Array[];
  /** The label of each class. */
  readonly labels: readonly number[];
}

/** A row as the anchor, with the other rows of its class and those of all others, both ascending. */
export interface Anchor {
  readonly anchor: number;
  readonly positives: Int32Array;
  readonly negatives: Int32Array;
}

/**
 * Shows every row as the anchor, class by class, so that the negatives are listed once per class. The
 * arrays are reused from anchor to anchor: do not keep them.
 */
export function forEachMember({ of, members }: Classes, visit: (row: Anchor) => void): void {
  for (let id = 0; id < members.length; id++) {
    const own = members[id]!;
    const negatives = new Int32Array(of.length - own.length);
    for (let row = 0, count = 0; row < of.length; row++)
      if (of[row] !== id) negatives[count++] = row;
    const positives = own.slice(1);
    for (let i = 0; i < own.length; i++) {
      // All members but the i-th: from one to the next, a single place changes.
      if (i > 0) positives[i - 1] = own[i - 1]!;
      visit({ anchor: own[i]!, positives, negatives });
    }
  }
}

/** Groups rows by label; labels may be any whole numbers. */
export function groupByLabel(labels: ArrayLike<number>): Classes {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const found = rows.get(labels[row]!);
    if (found) found.push(row);
    else rows.set(labels[row]!, [row]);
  }
  const members = [...rows.values()].map((list) => Int32Array.from(list));
  const of = new Int32Array(labels.length);
  members.forEach((list, id) => {
    for (const row of list) of[row] = id;
  });
  return { of, members, labels: [...rows.keys()] };
}
