import { isMissing } from './cells.ts';
import { type Table, textOf } from './table.ts';

/** What can be said of the columns of a table from a row on. */
export class Columns {
  readonly table: Table;
  /** The first row that counts: 1 below a header. */
  readonly begin: number;

  constructor(table: Table, begin: number) {
    this.table = table;
    this.begin = begin;
  }

  get rows(): number {
    return this.table.numbers.length - this.begin;
  }

  get all(): number[] {
    return Array.from({ length: this.table.width }, (_, column) => column);
  }

  /** Whether more than half of what is not missing are words. A few words among numbers are faults. */
  isOfWords(column: number): boolean {
    const { words, missing } = this.#texts(column);
    return 2 * words > this.rows - missing;
  }

  /** Whether nothing is known in any row. */
  isMissing(column: number): boolean {
    return this.#texts(column).missing === this.rows;
  }

  /** Whether all rows say true or false, as pandas and R write it. */
  isOfTruths(column: number): boolean {
    return [...this.counts(column).keys()].every((cell) => /^(true|false)$/i.test(cell));
  }

  hasNumbers(column: number): boolean {
    return this.table.numbers.some((row, at) => at >= this.begin && !Number.isNaN(row[column]!));
  }

  isWhole(column: number): boolean {
    return this.#each(column, (value) => Number.isInteger(value));
  }

  /** What a column of whole numbers begins with that are one more in each row; undefined for others. */
  countsFrom(column: number): number | undefined {
    const first = this.table.numbers[this.begin]?.[column];
    if (first === undefined || !Number.isInteger(first)) return undefined;
    return this.#each(column, (value, row) => value === first + row) ? first : undefined;
  }

  /** The least and the greatest number of a column; infinite the wrong way round where it has none. */
  range(column: number): readonly [number, number] {
    let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = this.begin; row < this.table.numbers.length; row++) {
      const value = this.table.numbers[row]![column]!;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    return [least, greatest];
  }

  /** Each value with how often it occurs. */
  counts(column: number): Map<string, number> {
    const counts = new Map<string, number>();
    for (let row = this.begin; row < this.table.numbers.length; row++) {
      const text = textOf(this.table, row, column);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return counts;
  }

  /** Whether no value occurs twice. */
  isDistinct(column: number): boolean {
    return this.counts(column).size === this.rows;
  }

  /** How many rows have words, and how many say that nothing is known. */
  #texts(column: number): { readonly words: number; readonly missing: number } {
    const { texts, numbers } = this.table;
    let [words, missing] = [0, 0];
    for (const [row, text] of texts.get(column) ?? []) {
      if (row < this.begin || !Number.isNaN(numbers[row]![column]!)) continue;
      if (isMissing(text)) missing++;
      else words++;
    }
    return { words, missing };
  }

  #each(column: number, holds: (value: number, row: number) => boolean): boolean {
    for (let row = 0; row < this.rows; row++)
      if (!holds(this.table.numbers[this.begin + row]![column]!, row)) return false;
    return true;
  }
}
