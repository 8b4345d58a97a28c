/** In milliseconds. */
const ANSWERED_WITHIN = 60_000;

/** Offers a text, or what has been drawn, to the reader as a file. */
export function saveFile(content: BlobPart, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Safari may ask first whether to download, and reads from the address when that is answered.
  setTimeout(() => URL.revokeObjectURL(address), ANSWERED_WITHIN);
}
