import { DataError } from '../labelledVectors.ts';
import { quote } from './cells.ts';
import type { Separator } from './csvRows.ts';

/** A number such as 1,234: as well a thousand and more as one and a bit. */
const MAY_BE_THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** Which decimal mark the numbers of a table have; two at once cannot be told apart. */
export class DecimalMark {
  #pointOn: number | undefined;
  #commaOn: number | undefined;
  /** The first number with a comma, as long as all may be thousands. */
  #doubtful: string | undefined;
  #isCertain = false;

  /** Takes notice of a cell that is a number. */
  see(cell: string, line: number): void {
    if (cell.includes('.')) this.#pointOn ??= line;
    else if (cell.includes(',')) {
      this.#commaOn ??= line;
      this.#doubtful ??= cell;
      if (!MAY_BE_THOUSANDS.test(cell)) this.#isCertain = true;
    }
  }

  get isComma(): boolean {
    return this.#commaOn !== undefined;
  }

  /** Throws a DataError unless all numbers that were seen have one mark. */
  check(separator: Separator): void {
    if (this.#commaOn === undefined) return;
    if (this.#pointOn !== undefined)
      throw new DataError(
        `line ${this.#commaOn} has a decimal comma and line ${this.#pointOn} a decimal point: write all numbers one way`,
      );
    // Semicolons stand between cells where the comma is the decimal mark.
    if (!this.#isCertain && separator !== ';')
      throw new DataError(
        `line ${this.#commaOn}: ${quote(this.#doubtful!)} may be a thousand or have a decimal comma: write it without, or with a point`,
      );
  }
}
