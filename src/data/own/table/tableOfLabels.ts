import { DataError } from '../labelledVectors.ts';
import { isCode, isNumber, numberOf } from './cells.ts';
import { csvRows } from './csvRows.ts';
import { findSeparator } from './dialect.ts';
import { namedLabel } from './labelNames.ts';
import { readOpening } from './opening.ts';

type Rows = readonly (readonly string[])[];

/** The rows of a text; what has blanks in it and is no row of numbers is one cell. */
function rowsOf(text: string): Rows {
  const opening = readOpening(text);
  const separator = findSeparator(text, opening);
  const read = (by: typeof separator) =>
    Array.from(csvRows(text, by, opening), ({ cells }) => cells).filter((cells) =>
      cells.some((cell) => cell !== ''),
    );
  const rows = read(separator);
  if (rows.length === 0) throw new DataError('one of the files is empty');
  const isApart = separator !== ' ' || rows.slice(1).every((cells) => cells.every(isNumber));
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

const mismatch = (samples: number, labels: number) =>
  new DataError(`there are ${samples} rows of vectors but ${labels} of labels`);

/** The labels of so many samples from a table of their own; one row more names the column. */
export function readTableOfLabels(text: string, samples: number): string[] {
  const rows = rowsOf(text);
  const column = columnOfLabels(rows);
  if (column === undefined)
    throw new DataError(
      'the table of labels should have one column, or name the one with the labels “label”',
    );
  const labels = rows.map((cells) => labelOf(cells[column] ?? ''));
  if (labels.length === samples + 1) return labels.slice(1);
  if (labels.length !== samples) throw mismatch(samples, labels.length);
  return labels;
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/**
 * One table of two, of which one has the vectors and the other the labels, in either order, and what is known
 * of it. Where only one of them names its columns it has a row more.
 */
export function joinLabels(texts: readonly [string, string]): {
  readonly text: string;
  readonly known: { readonly label: number; readonly hasHeader?: boolean };
} {
  const [first, second] = texts.map(rowsOf) as [Rows, Rows];
  const [inFirst, inSecond] = [columnOfLabels(first), columnOfLabels(second)];
  if ((inFirst === undefined) === (inSecond === undefined))
    throw new DataError(
      'of two tables one should have a single column, the labels, or name it “label”, and the other should have none',
    );
  const [vectors, names, column] =
    inSecond === undefined ? [second, first, inFirst!] : [first, second, inSecond];
  const missing = vectors.length - names.length;
  if (Math.abs(missing) > 1) throw mismatch(vectors.length, names.length);
  const cells = names.map((row) => row[column] ?? '');
  const labels = missing === 1 ? ['label', ...cells] : cells.slice(-missing);
  return {
    text: vectors.map((row, at) => [...row, labels[at]!].map(quoted).join(',')).join('\n'),
    known: { label: vectors[0]!.length, ...(missing !== 0 && { hasHeader: missing === 1 }) },
  };
}
