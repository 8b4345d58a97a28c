/** A number as tables spell it, with a decimal point or a decimal comma. */
const NUMBER = /^[+-]?(\d+(\.\d*|,\d+)?|[.,]\d+)(e[+-]?\d+)?$/i;

const ZERO = '0'.charCodeAt(0);

/** Integers of fewer digits are kept exactly. */
const SAFE_DIGITS = 15;

/** What stands where a value is not known. */
const MISSING: ReadonlySet<string> = new Set([
  '',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'nat',
  'null',
  'none',
  'missing',
  '?',
  '-',
  '.',
  '*',
]);

export const isMissing = (cell: string): boolean => MISSING.has(cell.toLowerCase());

/** The number in a cell; NaN where it is none, or too large for one. */
export function numberOf(cell: string): number {
  // Most cells of a table of images are one digit.
  const digit = cell.charCodeAt(0) - ZERO;
  if (cell.length === 1 && digit >= 0 && digit <= 9) return digit;
  if (!NUMBER.test(cell)) return Number.NaN;
  const value = Number(cell.includes(',') ? cell.replace(',', '.') : cell);
  return Number.isFinite(value) ? value : Number.NaN;
}

export const isNumber = (cell: string): boolean => !Number.isNaN(numberOf(cell));

/** Whether a cell's number says less than its spelling: 007, or an id of twenty digits. */
export function isCode(cell: string, value: number): boolean {
  if (cell.length === 1) return false;
  if (/^[+-]?0\d/.test(cell)) return true;
  return cell.length > SAFE_DIGITS && /^[+-]?\d+$/.test(cell) && !Number.isSafeInteger(value);
}

/** A long or many-line cell, fit for a sentence. */
export const quote = (cell: string): string =>
  cell === '' ? 'an empty cell' : JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);
