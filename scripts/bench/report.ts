/** What a benchmark measured: several values of one thing, or a single one that does not vary. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** Things that compare: ratios are to the group's first row, from the same run. */
export interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What a part of the benchmark has measured, and what else its reader should know. */
export interface Measured {
  readonly groups: readonly Group[];
  /** Versions of what took part besides Node. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Whole sentences: what is compared, what was left out. */
  readonly remarks?: readonly string[];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

function figures(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

function line({ what, unit, values }: Row, first: Row): string {
  const middle = median(values);
  const spread =
    values.length > 1 ? `${figures(Math.min(...values))} to ${figures(Math.max(...values))}` : '';
  const comparable = first.unit === unit && median(first.values) !== 0;
  const ratio = comparable ? figures(middle / median(first.values)) : '';
  return `| ${what} | ${figures(middle)} ${unit} | ${spread} | ${ratio} |`;
}

/** One Markdown table: median, smallest to largest, and the ratio to the first row of the group. */
export function markdownTable(groups: readonly Group[]): string {
  return [
    '| | median | spread | ratio |',
    '|---|---|---|---|',
    ...groups.flatMap(({ title, rows }) => [
      `| **${title}** | | | |`,
      ...rows.map((row) => line(row, rows[0]!)),
    ]),
  ].join('\n');
}
