import { type DecimalMark, markOfGrouped, quote } from './cells.ts';
import type { Separator } from './separators.ts';

/** A number such as 1,234: as well a thousand and more as one and a bit. */
const MAY_BE_THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** Which decimal marks the numbers of a table have; two at once cannot be told apart. */
export class SeenMarks {
  #pointOn: number | undefined;
  #commaOn: number | undefined;
  /** The first number with a comma, as long as all may be thousands. */
  #doubtful: string | undefined;
  #isCertain = false;
  /** The mark of the first number that has the other between its thousands. */
  #grouped: DecimalMark | undefined;

  /** Takes notice of a cell that is a number. */
  see(cell: string, line: number): void {
    if (!cell.includes(',')) {
      if (cell.includes('.')) this.#pointOn ??= line;
      return;
    }
    const grouped = markOfGrouped(cell);
    this.#grouped ??= grouped;
    if (grouped === '.') {
      this.#pointOn ??= line;
      return;
    }
    this.#commaOn ??= line;
    this.#doubtful ??= cell;
    if (!MAY_BE_THOUSANDS.test(cell)) this.#isCertain = true;
  }

  get mark(): DecimalMark {
    return this.#commaOn === undefined ? '.' : ',';
  }

  /** The mark by which all numbers are to be read once more, since one of them has its thousands set apart. */
  get grouped(): DecimalMark | undefined {
    return this.#pointOn !== undefined && this.#commaOn !== undefined ? this.#grouped : undefined;
  }

  /** Why the numbers that were seen cannot be read; undefined where they can. */
  doubt(separator: Separator): string | undefined {
    if (this.#commaOn === undefined) return undefined;
    if (this.#pointOn !== undefined)
      return `line ${this.#commaOn} has a decimal comma and line ${this.#pointOn} a decimal point: write all numbers one way, or say which mark is the decimal one`;
    // Semicolons stand between cells where the comma is the decimal mark.
    if (!this.#isCertain && separator !== ';')
      return `line ${this.#commaOn}: ${quote(this.#doubtful!)} may be a thousand or have a decimal comma: write it without, or with a point, or say which mark is the decimal one`;
    return undefined;
  }
}
