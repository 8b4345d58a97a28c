/** A table as CSV text: one line per row, numbers at full precision. */
export const toCsv = (
  header: readonly string[],
  rows: readonly (readonly (number | string)[])[],
): string => [header, ...rows].map((row) => `${row.join(',')}\n`).join('');
