import { DataError } from './labelledVectors.ts';

export interface CsvRow {
  /** Where the row begins in the file; the first line is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const SEPARATORS = [',', ';', '\t'] as const;

/** What is left of the line at `lastIndex`. */
const LINE = /[^\r\n]*/y;

/** The separator that the first line has most of, outside quotes. */
function findSeparator(text: string): string {
  const first = /^[^\r\n]*/.exec(text.trimStart())![0].replace(/"[^"]*"/g, '');
  const uses = (separator: string) => first.split(separator).length;
  return SEPARATORS.reduce((best, next) => (uses(next) > uses(best) ? next : best));
}

/**
 * The rows of a CSV text after RFC 4180: cells between commas (or semicolons or tabs), optionally
 * in quotes, a quote within quotes doubled. Blank lines are left out. Throws at a quote that is
 * never closed, or that stands where none can. Rows come one by one: a large file's cells all at once
 * would fill the memory.
 */
export function* csvRows(source: string): Generator<CsvRow> {
  const text = source.replace(/^\uFEFF/, '');
  const separator = findSeparator(text);
  let line = 1;
  let at = 0;

  function quotedCell(): string {
    const opened = line;
    let cell = '';
    for (at++; ; at++) {
      const char = text[at];
      if (char === undefined)
        throw new DataError(`line ${opened}: a quote is opened and never closed`);
      if (char === '\n') line++;
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else break;
    }
    at++;
    while (text[at] === ' ') at++;
    if (!isEnd(at))
      throw new DataError(
        `line ${line}: after a closing quote there should be a separator or the line's end, not "${text[at]}"`,
      );
    return cell;
  }

  function isEnd(index: number): boolean {
    const char = text[index];
    return char === undefined || char === separator || char === '\n' || char === '\r';
  }

  function plainCell(): string {
    const begin = at;
    while (!isEnd(at)) at++;
    return text.slice(begin, at).trim();
  }

  function quotedLine(): string[] {
    const cells: string[] = [];
    for (;;) {
      while (text[at] === ' ') at++;
      cells.push(text[at] === '"' ? quotedCell() : plainCell());
      if (text[at] !== separator) return cells;
      at++;
    }
  }

  function plainLine(rest: string): string[] {
    at += rest.length;
    return rest.split(separator).map((cell) => cell.trim());
  }

  while (at < text.length) {
    const begin = line;
    LINE.lastIndex = at;
    const rest = LINE.exec(text)![0];
    const cells = rest.includes('"') ? quotedLine() : plainLine(rest);
    if (text[at] === '\r') at += text[at + 1] === '\n' ? 2 : 1;
    else if (text[at] === '\n') at++;
    line++;
    if (rest.trim() !== '') yield { line: begin, cells };
  }
}
