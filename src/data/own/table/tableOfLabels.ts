import { DataError } from '../labelledVectors.ts';
import { isCode, isNumber, numberOf, quote } from './cells.ts';
import { type CsvRow, csvRows } from './csvRows.ts';
import { findSeparator } from './dialect.ts';
import { isOfNames } from './header.ts';
import { namedLabel } from './labelNames.ts';
import { readOpening } from './opening.ts';

type Rows = readonly (readonly string[])[];

const isFilled = (cells: readonly string[]) => cells.some((cell) => cell !== '');

const BLANK_LINE: CsvRow = { line: 0, cells: [''] };

/**
 * The rows of a text, also blank ones between others; what has blanks in it and is no row of numbers is one
 * cell.
 */
function rowsOf(text: string): Rows {
  const opening = readOpening(text);
  const separator = findSeparator(text, opening);
  const read = (by: typeof separator) => {
    const rows = Array.from(csvRows(text, by, opening, BLANK_LINE), ({ cells }) => cells);
    return rows.slice(rows.findIndex(isFilled), rows.findLastIndex(isFilled) + 1);
  };
  const rows = read(separator);
  if (rows.length === 0) throw new DataError('one of the files is empty');
  const below = rows.slice(1).filter(isFilled);
  const isApart = separator !== ' ' || below.every((cells) => cells.every(isNumber));
  return isApart ? rows : read(',');
}

/** The column of labels in a table that has nothing else of use; undefined in other tables. */
const columnOfLabels = ([first = []]: Rows): number | undefined =>
  first.length === 1 ? 0 : namedLabel(first);

/** A label by its value, as in a table with its vectors. */
function labelOf(cell: string): string {
  const value = numberOf(cell);
  return Number.isNaN(value) || isCode(cell, value) ? cell : `${value + 0}`;
}

/** So few labels do not show which of them recur. */
const FEW_LABELS = 8;

/** Whether the first of some labels names them; undefined where it may, and may be one of them. */
function isName([first, ...labels]: readonly string[]): boolean | undefined {
  if (labels.includes(first!))
    // pandas names by 0 what has no name.
    return first === '0' ? undefined : false;
  const isOtherwise = isNumber(first!) ? !labels.some(isNumber) : labels.every(isNumber);
  return (labels.length > 0 && isOtherwise) || namedLabel([first!]) !== undefined || undefined;
}

/** Whether the first label is the only one that does not recur, and may be a name. */
function isOddOne([first, ...labels]: readonly string[]): boolean {
  if (labels.length < FEW_LABELS || labels.includes(first!)) return false;
  if (first !== '0' && isNumber(first!)) return false;
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const label of labels) (once.has(label) ? twice : once).add(label);
  return twice.size === once.size;
}

/** The labels of so many samples, and the name above them, if there is one. */
interface NamedLabels {
  readonly name: string | undefined;
  readonly labels: readonly string[];
}

/**
 * The labels of so many samples in a column. Blank rows are labels that are missing where the numbers of rows
 * agree, and else only set rows apart. Throws where a row is missing or too many, whatever its first may be:
 * samples would have each other's labels.
 */
function findLabels(rows: Rows, column: number, samples: number): NamedLabels {
  const fits = ({ length }: Rows) => length === samples || length === samples + 1;
  const used = fits(rows) ? rows : rows.filter(isFilled);
  const cells = used.map((row) => labelOf(row[column] ?? ''));
  const extra = cells.length - samples;
  const named = rows[0]!.length > 1 || isName(cells);
  const isRight = extra === 0 ? named !== true : extra === 1 && named !== false;
  if (!isRight)
    throw new DataError(
      `there are ${samples} rows of vectors but ${cells.length - Number(named === true)} of labels`,
    );
  if (extra === 0 && isOddOne(cells))
    throw new DataError(
      `the first label, ${quote(cells[0]!)}, is the only one like it: call it “label” if it names the others, or leave its sample out`,
    );
  return { name: extra ? cells[0] : undefined, labels: cells.slice(extra) };
}

/** The labels of so many samples from a table of their own; one row more names the column. */
export function readTableOfLabels(text: string, samples: number): readonly string[] {
  const rows = rowsOf(text);
  const column = columnOfLabels(rows);
  if (column === undefined)
    throw new DataError(
      "the table of labels should have one column, or name the one with the labels “label”; a table of vectors goes with one of labels, such as by np.savetxt('labels.csv', y, fmt='%s')",
    );
  return findLabels(rows, column, samples).labels;
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/**
 * One table of two, of which one has the vectors and the other the labels, in either order, and what is known
 * of it. Either may name its columns or not.
 */
export function joinLabels(texts: readonly [string, string]): {
  readonly text: string;
  readonly known: { readonly label: number; readonly hasHeader: boolean };
} {
  const [first, second] = texts.map(rowsOf) as [Rows, Rows];
  const [inFirst, inSecond] = [columnOfLabels(first), columnOfLabels(second)];
  if ((inFirst === undefined) === (inSecond === undefined))
    throw new DataError(
      'of two tables one should have a single column, the labels, or name it “label”, and the other should have none',
    );
  const [table, names, column] =
    inSecond === undefined ? [second, first, inFirst!] : [first, second, inSecond];
  const vectors = table.filter(isFilled);
  const hasHeader = isOfNames(vectors);
  const found = findLabels(names, column, vectors.length - Number(hasHeader));
  const labels = hasHeader ? [found.name ?? 'label', ...found.labels] : found.labels;
  return {
    text: vectors.map((row, at) => [...row, labels[at]!].map(quoted).join(',')).join('\n'),
    known: { label: vectors[0]!.length, hasHeader },
  };
}
