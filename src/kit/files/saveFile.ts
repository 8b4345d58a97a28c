/** Offers a text, or what has been drawn, to the reader as a file. */
export function saveFile(content: BlobPart, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has started from the address by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
