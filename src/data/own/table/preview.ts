import type { ColumnRole, TablePreview } from '../tablePreview.ts';
import type { Layout } from './layout.ts';
import { type Table, textOf } from './table.ts';

const ROWS = 4;
const FIRST_COLUMNS = 5;
const LAST_COLUMNS = 2;
/** So many others are shown that have words in them, or are left out. */
const MOST_OTHERS = 8;

/** The columns that have something else than plain numbers below the names. */
const withTexts = ({ texts }: Table, begin: number): number[] =>
  [...texts].filter(([, cells]) => [...cells.keys()].some((row) => row >= begin)).map(([at]) => at);

/** Of many columns the first, the last, that of the labels, and some that are no plain numbers. */
function shownColumns(table: Table, { column: label, leftOut, hasHeader }: Layout): number[] {
  const { width } = table;
  const all = Array.from({ length: width }, (_, at) => at);
  const isAtEnd = (at: number) => at < FIRST_COLUMNS || at >= width - LAST_COLUMNS || at === label;
  const others = new Set([...leftOut, ...withTexts(table, hasHeader ? 1 : 0)]);
  const some = [...others].filter((at) => !isAtEnd(at)).slice(0, MOST_OTHERS);
  return [...all.filter(isAtEnd), ...some].sort((a, b) => a - b);
}

/** The first rows of a table whose columns are what the layout says. */
export function previewTable(table: Table, layout: Layout): TablePreview {
  const { hasHeader, names, column: label, leftOut } = layout;
  const { separator, decimalMark, width } = table;
  const begin = hasHeader ? 1 : 0;
  const rows = Array.from(
    { length: Math.min(ROWS, table.numbers.length - begin) },
    (_, row) => row,
  );
  const roleOf = (at: number): ColumnRole => {
    if (at === label) return 'label';
    return leftOut.includes(at) ? 'left out' : 'feature';
  };
  return {
    ...{ separator, width, leftOut },
    ...(decimalMark && { decimalMark }),
    ...(hasHeader !== undefined && { hasHeader }),
    ...(label !== undefined && { label }),
    columns: shownColumns(table, layout).map((at) => ({
      ...{ at, name: names[at] ?? '', role: roleOf(at) },
      cells: rows.map((row) => textOf(table, begin + row, at)),
    })),
  };
}
