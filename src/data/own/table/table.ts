import { DataError } from '../labelledVectors.ts';
import { type DecimalMark, isNumber } from './cells.ts';
import { isCountsLine } from './countsLine.ts';
import { type CsvRow, csvRows } from './csvRows.ts';
import { findSeparator, firstRows } from './dialect.ts';
import { type Opening, readOpening } from './opening.ts';
import type { Separator } from './separators.ts';
import { filledWidth, TableBuilder } from './tableBuilder.ts';

/** How a table is written; what a reader does not say of it is found. */
export interface TableChoice {
  readonly separator?: Separator;
  readonly decimalMark?: DecimalMark;
}

/** A table of numbers and words, whatever its columns mean. */
export interface Table {
  readonly separator: Separator;
  /** Missing where it cannot be told. */
  readonly decimalMark?: DecimalMark;
  readonly width: number;
  /** The line that each row begins on; the first is 1. */
  readonly lines: readonly number[];
  /** Of each row its numbers; NaN where a cell is none. */
  readonly numbers: readonly Float64Array[];
  /** By column and row: cells that are no number, or codes whose number would not be the same. */
  readonly texts: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** The cells of the first row, as they are written. */
  readonly first: readonly string[];
  /** Whether the first row lacks a cell at its beginning, since R does not name row names. */
  readonly lacksFirst: boolean;
  /** Names of the columns in a remark before the table. */
  readonly remark?: readonly string[];
  /** Why there are no more rows than these, or their numbers cannot be told, in a sentence. */
  readonly fault?: string;
}

const isBlank = ({ cells }: CsvRow) => cells.every((cell) => cell === '');

/** A remark among the rows or after them: NumPy's footer. */
const isRemark = ({ cells }: CsvRow, width: number) =>
  cells.length !== width && /^#( |$)/.test(cells[0]!);

/** The first rows, which show how wide the table is, and whether the first one lacks a cell. */
function measure(rows: readonly CsvRow[]): { width: number; lacksFirst: boolean } {
  const widths = rows.map(({ cells }) => filledWidth(cells));
  const width = Math.max(...widths);
  const [first, ...rest] = widths;
  const lacks = first === width - 1 && rest.length > 0 && rest.every((each) => each === width);
  // A first row of as many cells, with an empty one at its end, lacks none.
  return { width, lacksFirst: lacks && rows[0]!.cells.length < width };
}

/** The names of columns that a remark has, when there are as many. */
function remarkNames({ remark }: Opening, separator: Separator, width: number) {
  const cells = remark === undefined ? undefined : csvRows(remark, separator).next().value?.cells;
  return cells?.length === width && !cells.some(isNumber) ? { remark: cells as string[] } : {};
}

/** The first rows that are samples or name the columns. Throws where there are none. */
function headOf(text: string, separator: Separator, opening: Opening): readonly CsvRow[] {
  const head = firstRows(text, separator, opening).filter((row) => !isBlank(row));
  if (head[0] && isCountsLine(head[0], head[1])) head.shift();
  if (head.length > 0) return head;
  // A quote that is never closed, if anything.
  for (const row of csvRows(text, separator, opening)) if (!isBlank(row)) break;
  throw new DataError('the CSV file is empty');
}

/**
 * A table from a CSV text: its separator and its decimal mark are found, as far as the reader has not said
 * them. Rows of nothing but separators are none. Throws a DataError that names the line where there is not
 * even a first row.
 */
export function readTable(text: string, choice: TableChoice = {}): Table {
  const opening = readOpening(text);
  const separator = choice.separator ?? findSeparator(text, opening);
  const head = headOf(text, separator, opening);
  const { width, lacksFirst } = measure(head);
  const found = head[0]!;
  const first = lacksFirst ? { ...found, cells: ['', ...found.cells] } : found;
  const model = lacksFirst ? found : head.find(({ cells }) => cells.length >= width)!;
  const builder = new TableBuilder({ width, model, decimalMark: choice.decimalMark });
  function* rows() {
    yield first;
    for (const row of csvRows(text, separator, opening))
      if (row.line > first.line && !isBlank(row) && !isRemark(row, width)) yield row;
  }
  const fault = builder.fill(rows());
  const { lines, numbers, texts, seen } = builder;
  if (fault && lines.length === 0) throw new DataError(fault);
  if (!choice.decimalMark && seen.grouped)
    return readTable(text, { ...choice, decimalMark: seen.grouped });
  const doubt = choice.decimalMark ? undefined : seen.doubt(separator);
  const why = fault ?? doubt;
  return {
    ...{ separator, width, lines, numbers, texts, lacksFirst },
    ...(doubt === undefined && { decimalMark: choice.decimalMark ?? seen.mark }),
    first: first.cells.slice(0, width),
    ...remarkNames(opening, separator, width),
    ...(why !== undefined && { fault: why }),
  };
}

/** A cell by its value: 1, 1.0 and 1e0 are "1", words and codes are what they are. */
export const textOf = ({ texts, numbers }: Table, row: number, column: number): string =>
  texts.get(column)?.get(row) ?? `${numbers[row]![column]! + 0}`;
