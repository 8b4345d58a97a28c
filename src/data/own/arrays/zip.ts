import { DataError } from '../labelledVectors.ts';
import { unpackGzip } from '../unpack.ts';
import { viewOf } from './viewOf.ts';

/** A file within a ZIP archive, as its directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly at: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
/** What the directory has where a size needs more than 32 bits. */
const ELSEWHERE = 0xffffffff;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

const isDamaged = (): never => {
  throw new DataError('the archive is damaged');
};

/** The last record of an archive, which says where its directory is. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === END) return at;
  return isDamaged();
}

/** The files of a ZIP archive. Throws a DataError when its directory cannot be read. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const end = findEnd(view);
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) return isDamaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const entry: ZipEntry = {
      name,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return entry;
  });
}

/** A gzip file around what an archive has packed the same way: browsers check it by its sum. */
function asGzip(packed: Uint8Array, { checksum, size }: ZipEntry): Uint8Array {
  const file = new Uint8Array(packed.length + 18);
  file.set([0x1f, 0x8b, 8]);
  file.set(packed, 10);
  viewOf(file).setUint32(file.length - 8, checksum, true);
  viewOf(file).setUint32(file.length - 4, size, true);
  return file;
}

/** What a file of an archive holds. Throws a DataError when it is damaged, or packed in other ways. */
export async function readZipEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const { at, packedSize, method, size } = entry;
  if ([at, packedSize, size].includes(ELSEWHERE))
    throw new DataError('the archive is larger than 4 GB');
  if (at + 30 > bytes.length) return isDamaged();
  const view = viewOf(bytes);
  const begin = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(begin, begin + packedSize);
  if (packed.length !== packedSize) return isDamaged();
  if (method === DEFLATED) return unpackGzip(asGzip(packed, entry));
  if (method === STORED && size === packedSize) return packed;
  return isDamaged();
}
