import { DataError } from '../labelledVectors.ts';
import { isCode, isNumber, numberOf } from './cells.ts';
import { isCountsLine } from './countsLine.ts';
import { type CsvRow, csvRows, type Separator } from './csvRows.ts';
import { DecimalMark } from './decimalMark.ts';
import { findSeparator } from './dialect.ts';
import { type Opening, readOpening } from './opening.ts';

/** A table of numbers and words, whatever its columns mean. */
export interface Table {
  readonly separator: Separator;
  readonly decimalComma: boolean;
  readonly width: number;
  /** The line that each row begins on; the first is 1. */
  readonly lines: readonly number[];
  /** Of each row its numbers; NaN where a cell is none. */
  readonly numbers: readonly Float64Array[];
  /** By column and row: cells that are no number, or codes whose number would not be the same. */
  readonly texts: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** The cells of the first row, as they are written. */
  readonly first: readonly string[];
  /** How many cells the first row lacks at its beginning, since R does not name row names. */
  readonly lacks: 0 | 1;
  /** Names of the columns in a remark before the table. */
  readonly remark?: readonly string[];
}

/** What a page may hold in memory. */
const MOST_CELLS = 90e6;

/** So many rows show how many columns there are. */
const ROWS_FOR_WIDTH = 20;

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '');

/** A remark among the rows or after them: NumPy's footer. */
const isRemark = ({ cells }: CsvRow, width: number) =>
  cells.length !== width && /^# /.test(cells[0]!);

/** How many cells there are before those at the end that are empty. */
function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1] === '') width--;
  return width;
}

function* samples(rows: Iterable<CsvRow>): Generator<CsvRow> {
  for (const row of rows) if (!isBlank(row.cells)) yield row;
}

/** Gathers the rows of a table, each as wide as the table. */
class TableBuilder {
  readonly width: number;
  readonly lines: number[] = [];
  readonly numbers: Float64Array[] = [];
  readonly texts = new Map<number, Map<number, string>>();
  readonly mark = new DecimalMark();
  /** A row that is as wide as it should be, for errors. */
  readonly #model: CsvRow;

  constructor(width: number, model: CsvRow) {
    this.width = width;
    this.#model = model;
  }

  add({ line, cells }: CsvRow): void {
    const { width } = this;
    if (cells.length < width || filledWidth(cells) > width)
      throw new DataError(
        `line ${line}: ${cells.length} columns where line ${this.#model.line} has ${this.#model.cells.length}`,
      );
    const row = this.numbers.length;
    if (row * width > MOST_CELLS)
      throw new DataError(`the table has more than ${MOST_CELLS / 1e6} million cells: take a part`);
    const numbers = new Float64Array(width);
    for (let column = 0; column < width; column++) {
      const cell = cells[column]!;
      const value = numberOf(cell);
      numbers[column] = value;
      if (Number.isNaN(value) || isCode(cell, value)) this.#keep(column, row, cell);
      else this.mark.see(cell, line);
    }
    this.numbers.push(numbers);
    this.lines.push(line);
  }

  #keep(column: number, row: number, cell: string): void {
    const texts = this.texts.get(column) ?? new Map<number, string>();
    texts.set(row, cell);
    this.texts.set(column, texts);
  }
}

/** The first rows, which show how wide the table is, and whether the first one lacks a cell. */
function measure(rows: readonly CsvRow[]): { width: number; lacks: 0 | 1 } {
  const widths = rows.map(({ cells }) => filledWidth(cells));
  const width = Math.max(...widths);
  const [first, ...rest] = widths;
  const lacks = first === width - 1 && rest.length > 0 && rest.every((each) => each === width);
  // A first row of as many cells, with an empty one at its end, lacks none.
  return { width, lacks: lacks && rows[0]!.cells.length < width ? 1 : 0 };
}

/** The names of columns that a remark has, when there are as many. */
function remarkNames({ remark }: Opening, separator: Separator, width: number) {
  const cells = remark === undefined ? undefined : csvRows(remark, separator).next().value?.cells;
  return cells?.length === width && !cells.some(isNumber) ? { remark: cells as string[] } : {};
}

/**
 * A table from a CSV text: its separator and its decimal mark are found. Rows of nothing but separators
 * are none. Throws a DataError that names the line.
 */
export function readTable(text: string): Table {
  const opening = readOpening(text);
  const separator = findSeparator(text, opening);
  const rows = samples(csvRows(text, separator, opening));
  const head: CsvRow[] = [];
  for (let row = rows.next(); !row.done; row = rows.next()) {
    head.push(row.value);
    if (head.length === ROWS_FOR_WIDTH) break;
  }
  if (head[0] && isCountsLine(head[0], head[1])) head.shift();
  const [first] = head;
  if (!first) throw new DataError('the CSV file is empty');
  const { width, lacks } = measure(head);
  const builder = new TableBuilder(
    width,
    lacks ? first : head.find(({ cells }) => cells.length >= width)!,
  );
  builder.add(lacks ? { line: first.line, cells: ['', ...first.cells] } : first);
  for (const row of head.slice(1)) if (!isRemark(row, width)) builder.add(row);
  for (const row of rows) if (!isRemark(row, width)) builder.add(row);
  builder.mark.check(separator);
  return {
    separator,
    decimalComma: builder.mark.isComma,
    width,
    lines: builder.lines,
    numbers: builder.numbers,
    texts: builder.texts,
    first: lacks ? ['', ...first.cells] : first.cells.slice(0, width),
    lacks,
    ...remarkNames(opening, separator, width),
  };
}

/** A cell by its value: 1, 1.0 and 1e0 are "1", words and codes are what they are. */
export const textOf = ({ texts, numbers }: Table, row: number, column: number): string =>
  texts.get(column)?.get(row) ?? `${numbers[row]![column]! + 0}`;
