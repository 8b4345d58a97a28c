/** What `npm run bench` has written down of one part, as JSON under bench/. */
export interface MeasuredRow {
  readonly what: string;
  readonly unit: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface MeasuredReport {
  readonly date: string;
  readonly machine: string;
  readonly groups: readonly { readonly title: string; readonly rows: readonly MeasuredRow[] }[];
}

/** The rows of a group. Throws an error that names the groups when there is none of that title. */
export function rowsOf({ groups }: MeasuredReport, title: string): readonly MeasuredRow[] {
  const group = groups.find((each) => each.title === title);
  if (!group)
    throw new RangeError(
      `no group "${title}" was measured, only ${groups.map((each) => each.title).join('; ')}`,
    );
  return group.rows;
}

/** What was measured of one thing in a group. Throws an error that says what is missing. */
export function medianOf(report: MeasuredReport, title: string, what: string): number {
  const row = rowsOf(report, title).find((each) => each.what === what);
  // What did not happen, such as a goal that a run did not reach, is null in JSON.
  if (typeof row?.median !== 'number')
    throw new RangeError(`"${title}" has no measurement of "${what}"`);
  return row.median;
}

/** Three figures are as many as such a measurement has; large numbers keep all before the point. */
export const told = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString();
