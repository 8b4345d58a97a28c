import { DataError } from '../labelledVectors.ts';
import type { Opening } from './opening.ts';
import type { Separator } from './separators.ts';

export interface CsvRow {
  /** Where the row begins in the file; the first line is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is left of the line at `lastIndex`. */
const LINE = /[^\r\n]*/y;

/** Reads a CSV text from its beginning to its end, line by line. */
class CsvReader {
  readonly #text: string;
  readonly #separator: Separator;
  #at: number;
  #line: number;

  constructor(text: string, separator: Separator, { at, line }: Opening) {
    this.#text = text;
    this.#separator = separator;
    this.#at = at;
    this.#line = line;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The next row; undefined for a blank line. */
  row(): CsvRow | undefined {
    const line = this.#line;
    LINE.lastIndex = this.#at;
    const rest = LINE.exec(this.#text)![0];
    const cells = rest.includes('"') ? this.#quotedLine() : this.#plainLine(rest);
    this.#endLine();
    return rest.trim() === '' ? undefined : { line, cells };
  }

  #endLine(): void {
    if (this.#char === '\r') this.#at += this.#text[this.#at + 1] === '\n' ? 2 : 1;
    else if (this.#char === '\n') this.#at++;
    this.#line++;
  }

  #plainLine(rest: string): string[] {
    this.#at += rest.length;
    if (this.#separator === ' ') return rest.trim().split(/[ \t]+/);
    return rest.split(this.#separator).map((cell) => cell.trim());
  }

  #quotedLine(): string[] {
    const cells: string[] = [];
    for (;;) {
      this.#skipSpaces();
      cells.push(this.#char === '"' ? this.#quotedCell() : this.#plainCell());
      if (this.#char !== this.#separator) return cells;
      this.#at++;
    }
  }

  #plainCell(): string {
    const begin = this.#at;
    while (!this.#isCellEnd) this.#at++;
    return this.#text.slice(begin, this.#at).trim();
  }

  #quotedCell(): string {
    const cell = this.#quoted();
    if (this.#separator !== ' ') this.#skipSpaces();
    if (!this.#isCellEnd)
      throw new DataError(
        `line ${this.#line}: after a closing quote there should be a separator or the line's end, not "${this.#char}"`,
      );
    return cell;
  }

  /** What is between quotes; it goes on after the closing one. */
  #quoted(): string {
    const opened = this.#line;
    let cell = '';
    for (this.#at++; ; this.#at++) {
      const char = this.#char;
      if (char === undefined)
        throw new DataError(`line ${opened}: a quote is opened and never closed`);
      if (char === '\n') this.#line++;
      if (char === '"' && this.#text[++this.#at] !== '"') return cell;
      cell += char;
    }
  }

  #skipSpaces(): void {
    while (this.#char === ' ') this.#at++;
  }

  get #char(): string | undefined {
    return this.#text[this.#at];
  }

  get #isCellEnd(): boolean {
    const char = this.#char;
    return char === undefined || char === this.#separator || char === '\n' || char === '\r';
  }
}

/**
 * The rows of a CSV text after RFC 4180: cells between separators, optionally in quotes, a quote within
 * quotes doubled. Blank lines are left out, or are what `blank` says. Throws at a quote that is never closed,
 * or that stands where none can. Rows come one by one: a large file's cells all at once would fill the memory.
 */
export function* csvRows(
  text: string,
  separator: Separator,
  opening: Opening = { at: 0, line: 1 },
  blank?: CsvRow,
): Generator<CsvRow> {
  const reader = new CsvReader(text, separator, opening);
  while (!reader.isAtEnd) {
    const row = reader.row() ?? blank;
    if (row) yield row;
  }
}
