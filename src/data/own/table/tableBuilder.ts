import { DataError } from '../labelledVectors.ts';
import { type DecimalMark, isCode, numberOf } from './cells.ts';
import type { CsvRow } from './csvRows.ts';
import { SeenMarks } from './seenMarks.ts';

/** What a page may hold in memory. */
const MOST_CELLS = 90e6;

/** How many cells there are before those at the end that are empty. */
export function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1] === '') width--;
  return width;
}

interface TableShape {
  readonly width: number;
  /** A row that is as wide as it should be, for errors. */
  readonly model: CsvRow;
  /** Of all numbers; where it is missing, each may have its own. */
  readonly decimalMark: DecimalMark | undefined;
}

/** Gathers the rows of a table, each as wide as the table. */
export class TableBuilder {
  readonly lines: number[] = [];
  readonly numbers: Float64Array[] = [];
  readonly texts = new Map<number, Map<number, string>>();
  readonly seen = new SeenMarks();
  readonly #shape: TableShape;

  constructor(shape: TableShape) {
    this.#shape = shape;
  }

  /** Adds rows up to one that cannot be. Returns why it cannot, in a sentence; undefined if all can. */
  fill(rows: Iterable<CsvRow>): string | undefined {
    try {
      for (const row of rows) this.#add(row);
    } catch (error) {
      if (error instanceof DataError) return error.message;
      throw error;
    }
    return undefined;
  }

  #add({ line, cells }: CsvRow): void {
    const { width, model, decimalMark } = this.#shape;
    const row = this.numbers.length;
    if (cells.length < width || filledWidth(cells) > width)
      throw new DataError(
        `line ${line}: ${cells.length === 1 ? '1 column' : `${cells.length} columns`} where line ${model.line} has ${model.cells.length}${row === 0 ? '; what stands above a table is to be taken away' : ''}`,
      );
    if (row * width > MOST_CELLS)
      throw new DataError(`the table has more than ${MOST_CELLS / 1e6} million cells: take a part`);
    const numbers = new Float64Array(width);
    for (let column = 0; column < width; column++) {
      const cell = cells[column]!;
      const value = numberOf(cell, decimalMark);
      numbers[column] = value;
      if (Number.isNaN(value) || isCode(cell, value)) this.#keep(column, row, cell);
      else this.seen.see(cell, line);
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
