/** The rows of a batch grouped by label. */
export interface Classes {
  /** The class of each row, counted from 0 in order of first appearance. */
  readonly of: Int32Array;
  /** The rows of each class, ascending. */
  readonly members: readonly Int32Array[];
  /** The label of each class. */
  readonly labels: readonly number[];
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
