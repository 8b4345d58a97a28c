import type { Layout } from './layout.ts';
import { type Table, textOf } from './table.ts';
import type { ColumnRole, TablePreview } from '../tablePreview.ts';

const ROWS = 4;
const FIRST_COLUMNS = 5;
const LAST_COLUMNS = 2;

/** The first rows of a table whose columns are what the layout says. */
export function previewTable(table: Table, layout: Layout): TablePreview {
  const { hasHeader, names, column: label, leftOut } = layout;
  const begin = hasHeader ? 1 : 0;
  const rows = Array.from(
    { length: Math.min(ROWS, table.numbers.length - begin) },
    (_, row) => row,
  );
  const roleOf = (at: number): ColumnRole => {
    if (at === label) return 'label';
    return leftOut.includes(at) ? 'left out' : 'feature';
  };
  const columns = names.map((name = '', at) => ({
    at,
    name,
    role: roleOf(at),
    cells: rows.map((row) => textOf(table, begin + row, at)),
  }));
  const isShown = (at: number) =>
    at < FIRST_COLUMNS || at >= table.width - LAST_COLUMNS || at === label;
  return {
    hasHeader,
    ...(label !== undefined && { label }),
    leftOut,
    columns: columns.filter(({ at }) => isShown(at)),
  };
}
