/** A text with a comma, a quote or a new line in it stands in quotes (RFC 4180). */
export const csvField = (value: number | string): string =>
  typeof value === 'string' && /[",\r\n]/.test(value)
    ? `"${value.replaceAll('"', '""')}"`
    : `${value}`;

/** A table as CSV text: one line per row, numbers at full precision. */
export const toCsv = (
  header: readonly string[],
  rows: readonly (readonly (number | string)[])[],
): string => [header, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join('');
