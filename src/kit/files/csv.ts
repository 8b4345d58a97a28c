/**
 * A text with a separator, a quote or a new line in it stands in quotes (RFC 4180), and so does one with
 * blanks or a byte order mark at an end, which readers would cut off, or with a comment's sign before it.
 */
export const csvField = (value: number | string): string =>
  typeof value === 'string' && (/[",;\t\r\n]|^[#%]/.test(value) || value !== value.trim())
    ? `"${value.replaceAll('"', '""')}"`
    : `${value}`;

/** A table as CSV text: one line per row, numbers at full precision. */
export const toCsv = (
  header: readonly string[],
  rows: readonly (readonly (number | string)[])[],
): string => [header, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join('');
