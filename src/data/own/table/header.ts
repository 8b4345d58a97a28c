import { isMissing, isNumber, numberOf } from './cells.ts';
import { Columns } from './columns.ts';
import { namedLabel } from './labelNames.ts';
import type { Table } from './table.ts';

const isName = (cell: string) => !isNumber(cell) && !isMissing(cell);

/** 0, 1, 2, … or 1, 2, 3, …, as pandas names columns that have no names. */
function isNumbering(cells: readonly string[]): boolean {
  const from = numberOf(cells[0] ?? '');
  return (from === 0 || from === 1) && cells.every((cell, at) => numberOf(cell) === from + at);
}

function isMonotone(values: readonly number[]): boolean {
  const rise = Math.sign(values[1]! - values[0]!);
  return (
    rise !== 0 && values.every((value, at) => at === 0 || rise * (value - values[at - 1]!) > 0)
  );
}

/** Whether numbers in the first row are the names of columns: 0, 1, 2 above other kinds of cells. */
function isNumbered(first: readonly string[], below: Columns): boolean {
  const names = first[0] === '' ? first.slice(1) : first;
  if (!isNumbering(names)) return false;
  const isOtherBelow = (column: number) => below.isOfWords(column) || !below.isWhole(column);
  return below.all.some(isOtherBelow) || names.length > 3;
}

/**
 * Whether the first row is a scale, such as wavelengths, with the name of the labels: three or more numbers that only
 * rise or fall, and a word that no sample has while each of theirs is shared.
 */
function isScale(first: readonly string[], below: Columns): boolean {
  const words = below.all.filter((column) => isName(first[column]!));
  const scale = first.filter(isNumber).map(numberOf);
  if (words.length !== 1 || scale.length < 3 || !isMonotone(scale)) return false;
  const counts = below.counts(words[0]!);
  return !counts.has(first[words[0]!]!) && [...counts.values()].every((times) => times > 1);
}

/** Whether a word of the first row names the labels, and is none of them. */
function namesLabels(first: readonly string[], words: readonly number[], below: Columns): boolean {
  const column = namedLabel(first);
  if (column === undefined || !words.includes(column)) return false;
  const isShort = first[column]!.length === 1;
  return !isShort || [...below.counts(column).values()].every((times) => times > 1);
}

/** Whether the first row of a table has the names of its columns. */
export function hasHeader(table: Table): boolean {
  const { first } = table;
  const below = new Columns(table, 1);
  if (below.rows === 0) return namedLabel(first) !== undefined;
  const words = below.all.filter((column) => isName(first[column]!));
  // "cat, 0.1, 0.2" is a sample where there are more cats.
  if (words.some((at) => below.isOfWords(at) && below.counts(at).has(first[at]!))) return false;
  if (words.some((column) => !below.isOfWords(column) && below.hasNumbers(column))) return true;
  if (first[0] === '' && below.isCounting(0)) return true;
  return namesLabels(first, words, below) || isNumbered(first, below) || isScale(first, below);
}
