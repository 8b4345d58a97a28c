import { DataError } from './labelledVectors.ts';

/** The encoding that a byte order mark tells of; UTF-8 without one. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The text of a file in UTF-8, or in UTF-16 as Excel's “Unicode Text”. Throws a DataError if it is none. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0))
    throw new DataError('this is neither NPY nor IDX nor a text');
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DataError(
      "this is neither NPY nor IDX nor text in UTF-8; a table in another encoding can be saved as “CSV UTF-8” or with encoding='utf-8'",
    );
  }
}
