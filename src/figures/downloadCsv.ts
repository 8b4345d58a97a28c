/** A table as CSV text: one line per row, numbers at full precision. */
export const toCsv = (
  header: readonly string[],
  rows: readonly (readonly (number | string)[])[],
): string => [header, ...rows].map((row) => `${row.join(',')}\n`).join('');

/** Saves a table as a file. */
export function downloadCsv(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has started from the address by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
