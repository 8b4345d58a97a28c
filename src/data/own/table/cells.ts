/** What parts a number's whole part from its fraction. */
export type DecimalMark = '.' | ',';

/** A number as tables spell it, with a decimal point or a decimal comma. */
const NUMBER = /^[+-]?(\d+(\.\d*|,\d+)?|[.,]\d+)(e[+-]?\d+)?$/i;

/** The same with its thousands set apart by the other mark. */
const GROUPED: Readonly<Record<DecimalMark, RegExp>> = {
  '.': /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/,
  ',': /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/,
};

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

/** The decimal mark of a number whose thousands are set apart by the other: both say which is which. */
export function markOfGrouped(cell: string): DecimalMark | undefined {
  if (!cell.includes('.') || !cell.includes(',')) return undefined;
  return (['.', ','] as const).find((mark) => GROUPED[mark].test(cell));
}

const ungrouped = (cell: string, mark: DecimalMark): string =>
  mark === '.' ? cell.replaceAll(',', '') : cell.replaceAll('.', '').replace(',', '.');

/** A number as JavaScript spells it; undefined where it is none under this mark, or under either. */
function spelling(cell: string, mark: DecimalMark | undefined): string | undefined {
  if (mark && GROUPED[mark].test(cell)) return ungrouped(cell, mark);
  if (NUMBER.test(cell)) {
    if (mark && cell.includes(mark === '.' ? ',' : '.')) return undefined;
    return cell.includes(',') ? cell.replace(',', '.') : cell;
  }
  const own = mark ? undefined : markOfGrouped(cell);
  return own && ungrouped(cell, own);
}

/**
 * The number in a cell, under a decimal mark or, where none is given, under the one that it has; NaN where
 * it is none, or too large for one.
 */
export function numberOf(cell: string, mark?: DecimalMark): number {
  // Most cells of a table of images are one digit.
  const digit = cell.charCodeAt(0) - ZERO;
  if (cell.length === 1 && digit >= 0 && digit <= 9) return digit;
  const value = Number(spelling(cell, mark) ?? Number.NaN);
  return Number.isFinite(value) ? value : Number.NaN;
}

export const isNumber = (cell: string): boolean => !Number.isNaN(numberOf(cell));

/** A number with its unit, with a minus of its own, or with gaps or apostrophes between its thousands. */
const MEASUREMENT = /^[+−-]?[$€£]? ?\d+(['’\s]\d{3})*([.,]\d+)? ?(%|‰|[a-zµ°]{1,3})?$/i;

/** Whether a cell that is no number measures something, though it has to be written otherwise. */
export const isMeasurement = (cell: string): boolean => MEASUREMENT.test(cell);

/** Whether a cell's number says less than its spelling: 007, or an id of twenty digits. */
export function isCode(cell: string, value: number): boolean {
  if (cell.length === 1) return false;
  if (/^[+-]?0\d/.test(cell)) return true;
  return cell.length > SAFE_DIGITS && /^[+-]?\d+$/.test(cell) && !Number.isSafeInteger(value);
}

/** A long or many-line cell, fit for a sentence. */
export const quote = (cell: string): string =>
  cell === '' ? 'an empty cell' : JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell);
