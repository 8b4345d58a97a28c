import { DataError } from './labelledVectors.ts';

/** A packed file must not unpack to more than what the largest set would take as float64. */
const MOST_BYTES = 700e6;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * One member of a gzip file, which is checked by the sum at its end. Rejects when it is not whole, or takes
 * more than there is room for.
 */
async function unpackMember(packed: Uint8Array, room: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const blob = new Blob([packed as Uint8Array<ArrayBuffer>]);
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > room) {
      await reader.cancel();
      throw new DataError(`it unpacks to more than ${MOST_BYTES / 1e6} MB`);
    }
  }
  return join(parts, length);
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** So many zeros may be a member's own: its last bits, its sum and its length. */
const OWN_ZEROS = 10;

/**
 * Where a member may end: before what looks like the beginning of the next, with the file, or where
 * nothing but zeros follows, with which tapes are filled up.
 */
function* possibleEnds(bytes: Uint8Array, begin: number): Generator<number> {
  for (let at = bytes.indexOf(0x1f, begin + 18); at >= 0; at = bytes.indexOf(0x1f, at + 1))
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] ?? 0xff) < 0x20) yield at;
  yield bytes.length;
  const filled = filledLength(bytes);
  const last = Math.min(filled + OWN_ZEROS, bytes.length - 1);
  for (let end = filled; end <= last; end++) yield end;
}

/** How many bytes there are before the zeros at the end. */
const filledLength = (bytes: Uint8Array): number => bytes.findLastIndex((byte) => byte !== 0) + 1;

/** The first member from a place on, and where it ends. */
async function firstMember(packed: Uint8Array, begin: number, room: number) {
  for (const end of possibleEnds(packed, begin)) {
    try {
      return { end, bytes: await unpackMember(packed.subarray(begin, end), room) };
    } catch (error) {
      if (error instanceof DataError) throw error;
      // What looked like a beginning was data, or the member is damaged.
    }
  }
  throw new DataError('the packed file is damaged');
}

/**
 * What a gzip file holds, of all its members: `cat a.gz b.gz` makes two, bgzip many. Browsers read one,
 * and take more for damage. Throws a DataError when it is damaged or cannot be unpacked here.
 */
export async function unpackGzip(packed: Uint8Array): Promise<Uint8Array> {
  if (typeof DecompressionStream === 'undefined')
    throw new DataError(
      'this browser cannot unpack files: unpack it first, and choose what comes out',
    );
  const parts: Uint8Array[] = [];
  let length = 0;
  const filled = filledLength(packed);
  for (let begin = 0; begin < filled; ) {
    const { end, bytes } = await firstMember(packed, begin, MOST_BYTES - length);
    parts.push(bytes);
    length += bytes.length;
    begin = end;
  }
  return parts.length === 1 ? parts[0]! : join(parts, length);
}
