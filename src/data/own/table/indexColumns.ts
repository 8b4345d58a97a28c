import { isMeasurement } from './cells.ts';
import type { Columns } from './columns.ts';

/** Names of a column that says which sample a row is. */
const INDEX =
  /^(unnamed: ?[\d.]+|index|level_\d+|row ?names?|row|rows?_?id|id|.*[ _-]id|nr|no\.?|#)$/;

/** The same in one word with a capital: PassengerId, imageID. */
const CAMEL_INDEX = /[a-z]I[dD]$/;

/** Coordinates may count up and still say where a point is. */
const COORDINATE = /^[xyz]$/;

/** So many numbers that count up are no coincidence. */
const ENOUGH = 10;

/** So many whole numbers that are all different are none, either: they are chosen to be. */
const MANY = 100;

/** Whether a column by its name, or by words that are no measurements, says which sample a row is. */
function isNamedIndex(columns: Columns, column: number, name = ''): boolean {
  const isWords = columns.isOfWords(column);
  const isIndex = INDEX.test(name.toLowerCase()) || CAMEL_INDEX.test(name);
  const isNamed = isIndex && (isWords || columns.isWhole(column));
  if (!isNamed && !isWords) return false;
  const counts = columns.counts(column);
  if (counts.size < columns.rows) return false;
  return isNamed || ![...counts.keys()].every(isMeasurement);
}

/** Whether a column, the first or one after other indexes, counts the rows or has no name. */
function isLeadingIndex(columns: Columns, column: number, name: string | undefined): boolean {
  if (name === '') return true;
  if (COORDINATE.test(name?.toLowerCase() ?? '') || columns.rows < ENOUGH) return false;
  const from = columns.countsFrom(column);
  if (name !== undefined) return from === 0 || from === 1;
  // A part of a table goes on counting; years have a name.
  if (from !== undefined) return true;
  return columns.rows >= MANY && columns.isWhole(column) && columns.isDistinct(column);
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
  const others = columns.all.filter((column) => column !== label);
  const named = others.filter((column) => isNamedIndex(columns, column, names[column]));
  const leading: number[] = [];
  for (const column of others) {
    if (!named.includes(column) && !isLeadingIndex(columns, column, names[column])) break;
    leading.push(column);
  }
  return [...new Set([...leading, ...named])];
}
