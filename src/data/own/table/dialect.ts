import { DataError } from '../labelledVectors.ts';
import { isNumber } from './cells.ts';
import { type CsvRow, csvRows } from './csvRows.ts';
import type { Opening } from './opening.ts';
import { SEPARATORS, type Separator } from './separators.ts';

/** So many records show how a table is written. */
const RECORDS = 20;

/** The first rows, up to a quote that cannot be read. */
export function firstRows(text: string, separator: Separator, opening: Opening): CsvRow[] {
  const rows: CsvRow[] = [];
  try {
    for (const row of csvRows(text, separator, opening)) {
      rows.push(row);
      if (rows.length === RECORDS) break;
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  return rows;
}

/** How many cells a row has most often. */
function usualWidth(rows: readonly CsvRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

/**
 * How well a separator takes the first records apart: how many numbers it finds in rows of the usual
 * width. A cell that is no number and has other separators in it speaks against it.
 */
function merit(text: string, separator: Separator, opening: Opening): number {
  const rows = firstRows(text, separator, opening);
  const width = usualWidth(rows);
  if (width < 2) return Number.NEGATIVE_INFINITY;
  const others = SEPARATORS.filter((other) => other !== separator && other !== ' ');
  let score = 0;
  for (const { cells } of rows) {
    if (cells.length !== width) continue;
    for (const cell of cells)
      if (isNumber(cell)) score++;
      else if (others.some((other) => cell.includes(other))) score -= 0.5;
  }
  return score;
}

const wordsIn = (rows: readonly CsvRow[]): number =>
  rows.flatMap(({ cells }) => cells).filter((cell) => cell !== '' && !isNumber(cell)).length;

/**
 * Whether blanks are within cells: tabs part all rows below the first alike, and blanks leave no fewer words
 * than they.
 */
function haveBlanks(text: string, opening: Opening): boolean {
  const [byTabs, byBlanks] = (['\t', ' '] as const).map((by) => firstRows(text, by, opening));
  const width = usualWidth(byTabs!);
  const areAlike = width > 1 && byTabs!.slice(1).every(({ cells }) => cells.length === width);
  return areAlike && wordsIn(byBlanks!) >= wordsIn(byTabs!);
}

/** The separator of a table: what its "sep=" says, or what takes its first records apart best. */
export function findSeparator(text: string, opening: Opening): Separator {
  const said = SEPARATORS.find((separator) => separator === opening.separator);
  if (said) return said;
  const cellsHaveBlanks = haveBlanks(text, opening);
  const merits = SEPARATORS.map((separator) =>
    separator === ' ' && cellsHaveBlanks
      ? Number.NEGATIVE_INFINITY
      : merit(text, separator, opening),
  );
  const best = Math.max(...merits);
  return best > Number.NEGATIVE_INFINITY ? SEPARATORS[merits.indexOf(best)]! : ',';
}
