import type { MeasuredGroup } from '#components/measured.ts';

/** What a benchmark measured: several values of one thing, or a single one that does not vary. */
export interface Row {
  /** By which the page looks it up: the same whatever it is called. */
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** What was measured of each thing, run by run, as one row a thing. */
export const rowsOf = <Run>(
  things: readonly (Pick<Row, 'id' | 'what'> & { readonly of: readonly Run[] })[],
  unit: string,
  value: (run: Run) => number,
): Row[] => things.map(({ id, what, of }) => ({ id, what, unit, values: of.map(value) }));

/** Things that compare: ratios are to the group's first row, from the same run. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What a part of the benchmark has measured, and what else its reader should know. */
export interface Measured {
  readonly heading: string;
  readonly groups: readonly Group[];
  /** Versions of what took part besides Node. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Whole sentences: what is compared, what was left out. */
  readonly remarks?: readonly string[];
}

/** An id for what has a name in words. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** JSON has no number for what was not reached. */
const orNull = (value: number) => (Number.isFinite(value) ? value : null);

/** What is written down of a group: of each row the median, the smallest and the largest value. */
export const summarise = ({ rows, ...group }: Group): MeasuredGroup => ({
  ...group,
  rows: rows.map(({ values, ...row }) => ({
    ...row,
    median: orNull(median(values)),
    least: orNull(Math.min(...values)),
    most: orNull(Math.max(...values)),
  })),
});
