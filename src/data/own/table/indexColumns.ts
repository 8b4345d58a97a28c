import type { Columns } from './columns.ts';

/** Names of a column that says which sample a row is. */
const INDEX =
  /^(unnamed: ?[\d.]+|index|level_\d+|row ?names?|row|rows?_?id|id|.*[ _-]id|nr|no\.?|#)$/;

/** Coordinates may count up and still say where a point is. */
const COORDINATE = /^[xyz]$/;

/** So many numbers that count up are no coincidence. */
const ENOUGH = 10;

/** Whether a column, the first or one after other indexes, says which sample a row is and no more. */
function isIndex(columns: Columns, column: number, name: string | undefined): boolean {
  if (name === '') return true;
  const plain = name?.toLowerCase() ?? '';
  if (INDEX.test(plain)) return columns.isDistinct(column);
  if (COORDINATE.test(plain) || columns.rows < ENOUGH) return false;
  const from = columns.countsFrom(column);
  // A part of a table goes on counting; years have a name.
  return name === undefined ? from !== undefined : from === 0 || from === 1;
}

/**
 * The columns that are no features since they only number or name the rows: a first one without a name,
 * as pandas and R write it, one of consecutive numbers, one of words that are all different. `names` are
 * empty where the header has no name, and undefined where there is no header.
 */
export function indexColumns(
  columns: Columns,
  names: readonly (string | undefined)[],
  label: number | undefined,
): number[] {
  const index: number[] = [];
  for (const column of columns.all) {
    if (column === label) continue;
    if (!isIndex(columns, column, names[column])) break;
    index.push(column);
  }
  for (const column of columns.all)
    if (column !== label && !index.includes(column) && columns.isOfWords(column))
      if (columns.isDistinct(column)) index.push(column);
  return index;
}
