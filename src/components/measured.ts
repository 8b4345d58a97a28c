/** What `npm run bench` has written down of one part, as JSON under bench/. */
export interface MeasuredReport {
  readonly heading: string;
  readonly date: string;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Whole sentences: what is compared, what was left out. */
  readonly remarks: readonly string[];
  readonly groups: readonly MeasuredGroup[];
}

/** Things that compare. Ids are what the page looks up; titles and names are for reading. */
export interface MeasuredGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly MeasuredRow[];
}

export interface MeasuredRow {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  /** What did not happen, such as a goal that a run did not reach, is null in JSON. */
  readonly median: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

type Groups = Pick<MeasuredReport, 'groups'>;

/** The rows of a group. Throws an error that names the groups when there is none of that id. */
export function rowsOf({ groups }: Groups, id: string): readonly MeasuredRow[] {
  const group = groups.find((each) => each.id === id);
  if (!group)
    throw new RangeError(
      `no group "${id}" was measured, only ${groups.map((each) => each.id).join(', ')}`,
    );
  return group.rows;
}

/** One row of a group. Throws an error that names the rows when there is none of that id. */
export function rowOf(report: Groups, group: string, id: string): MeasuredRow {
  const rows = rowsOf(report, group);
  const row = rows.find((each) => each.id === id);
  if (!row)
    throw new RangeError(
      `"${group}" has no row "${id}", only ${rows.map((each) => each.id).join(', ')}`,
    );
  return row;
}

/** What was measured of one thing in a group. Throws an error that says what is missing. */
export function medianOf(report: Groups, group: string, id: string): number {
  const { median } = rowOf(report, group, id);
  if (median === null) throw new RangeError(`"${group}" has no measurement of "${id}"`);
  return median;
}

/**
 * Three figures are as many as such a measurement has; large numbers keep all before the point. A dash
 * stands for what did not happen.
 */
export function told(value: number | null): string {
  if (value === null) return '–';
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : Number(value.toPrecision(3)).toString();
}

/** A date of a report, as people write it. */
export const dayOf = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
