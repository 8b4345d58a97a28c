import { isMissing, isNumber, numberOf } from './cells.ts';
import { Columns } from './columns.ts';
import { namedLabel } from './labelNames.ts';
import type { Table } from './table.ts';

const isName = (cell: string) => !isNumber(cell) && !isMissing(cell);

/** 0, 1, 2, … or 1, 2, 3, …, as pandas names columns that have no names. */
function isNumbering(cells: readonly string[]): boolean {
  const from = Number(cells[0] === '1');
  return cells.length > 0 && cells.every((cell, at) => cell === `${from + at}`);
}

/** A first row of 0, 1, 2 above whole numbers: names as well as numbers. */
const isShortNumbering = (first: readonly string[]) => first.length === 3 && isNumbering(first);

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

/** So many numbers do not rise or fall throughout by chance. */
const ENOUGH = 6;

/**
 * Whether the first row is a scale, such as wavelengths, beside the name of the labels, if they have one:
 * three or more numbers that only rise or fall, and are many or unlike all numbers below.
 */
function isScale(first: readonly string[], below: Columns): boolean {
  const scale = first.filter(isNumber).map((cell) => numberOf(cell));
  if (scale.length < 3 || !isMonotone(scale)) return false;
  const isUnlike = (column: number) => {
    const value = numberOf(first[column]!);
    const [least, greatest] = below.range(column);
    return Number.isNaN(value) || value < least || value > greatest;
  };
  return scale.length >= ENOUGH || below.all.every(isUnlike);
}

/** Many numbers that only rise or fall. */
function isLongScale(cells: readonly string[]): boolean {
  const numbers = cells.filter(isNumber).map((cell) => numberOf(cell));
  return numbers.length >= ENOUGH && isMonotone(numbers);
}

const isFraction = (cell: string) => isNumber(cell) && !Number.isInteger(numberOf(cell));

/**
 * Whether the first row of a table without labels names its columns: by words above numbers, a scale above
 * other numbers, 0, 1, 2, … above fractions, or by more of these.
 */
export function isOfNames([first = [], ...below]: readonly (readonly string[])[]): boolean {
  const [second = []] = below;
  if (first.some((cell, at) => isName(cell) && isNumber(second[at] ?? ''))) return true;
  if (isLongScale(first) && !isLongScale(second)) return true;
  const names = first.filter(isNumber);
  return isNumbering(names) && (names.length > 3 || below.some((row) => row.some(isFraction)));
}

/** The columns of words that all occur more than once, and where the first row has another one, or none. */
const aloneIn = (first: readonly string[], below: Columns): number[] =>
  below.all.filter((column) => {
    if (isNumber(first[column]!) || !below.isOfWords(column)) return false;
    const counts = below.counts(column);
    return !counts.has(first[column]!) && [...counts.values()].every((times) => times > 1);
  });

/** Whether a word of the first row names the labels, and is none of them. */
function namesLabels(first: readonly string[], words: readonly number[], below: Columns): boolean {
  const column = namedLabel(first);
  if (column === undefined || !words.includes(column)) return false;
  const isShort = first[column]!.length === 1;
  return !isShort || [...below.counts(column).values()].every((times) => times > 1);
}

/** So few rows say nothing of what is usual. */
const FEW_ROWS = 8;

/**
 * Whether the first row of a table has the names of its columns; undefined where it may as well be a
 * sample, the only one of its class.
 */
export function hasHeader(table: Table): boolean | undefined {
  const { first } = table;
  const below = new Columns(table, 1);
  if (below.rows === 0) return namedLabel(first) !== undefined;
  const words = below.all.filter((column) => isName(first[column]!));
  const isOfNumbers = (at: number) => !below.isOfWords(at) && below.hasNumbers(at);
  const numbers = below.all.filter(isOfNumbers);
  if (numbers.length > 1 && numbers.every((at) => isName(first[at]!))) return true;
  // "cat, 0.1, 0.2" is a sample where there are more cats.
  if (words.some((at) => below.isOfWords(at) && below.counts(at).has(first[at]!))) return false;
  if (words.some(isOfNumbers)) return true;
  if (first[0] === '' && below.countsFrom(0) !== undefined) return true;
  if (namesLabels(first, words, below) || isNumbered(first, below)) return true;
  const alone = aloneIn(first, below);
  if (alone.length > 0 && isScale(first, below)) return true;
  const isOpen = alone.some((column) => isName(first[column]!)) || isShortNumbering(first);
  return isOpen && below.rows >= FEW_ROWS ? undefined : false;
}
