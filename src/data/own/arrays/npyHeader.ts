import { DataError } from '../labelledVectors.ts';
import { viewOf } from './viewOf.ts';

/** What the header of a .npy file says of its array. */
export interface NpyHeader {
  /** NumPy's letter and size in bytes, such as f4. */
  readonly type: string;
  readonly little: boolean;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  readonly dataAt: number;
}

/** Bytes of the header's length, by major version. */
const LENGTH_BYTES: Readonly<Record<number, 2 | 4>> = { 1: 2, 2: 4, 3: 4 };

const SHAPE = /['"]shape['"]\s*:\s*\(([^()]*)\)/;

/** Whole numbers between commas, which Python 2 ends with an L; undefined where there is anything else. */
function readSizes(tuple: string | undefined): number[] | undefined {
  const sizes = tuple?.split(',').map((size) => size.trim());
  // A comma ends what has one size.
  if (sizes?.at(-1) === '') sizes.pop();
  return sizes?.every((size) => /^\d+L?$/.test(size))
    ? sizes.map((size) => Number.parseInt(size, 10))
    : undefined;
}

/** Throws unless the header names one type of plain values. */
function readType(text: string, headerAt: number): { type: string; little: boolean } {
  // A type of dates has its unit behind it.
  const descr = /['"]descr['"]\s*:\s*['"]([<>|=])?([a-zA-Z]\d*)(\[\w*\])?['"]/.exec(text);
  if (descr) return { type: descr[2]!, little: descr[1] !== '>' };
  const isStructure = /['"]descr['"]\s*:\s*\[/.test(text);
  throw new DataError(
    `byte ${headerAt}: the NPY header should name one plain type, such as '<f4'; save one array of numbers${isStructure ? ', as np.stack([a[name] for name in a.dtype.names], axis=1) makes it' : ''}`,
  );
}

/** The Python dictionary that describes the array. Throws a DataError that names the byte. */
export function readNpyHeader(bytes: Uint8Array): NpyHeader {
  const view = viewOf(bytes);
  const lengthBytes = LENGTH_BYTES[bytes[6] ?? 0];
  if (lengthBytes === undefined)
    throw new DataError(
      `byte 6: NPY version ${bytes[6] ?? 'missing'} is not known; 1, 2 and 3 are`,
    );
  const headerAt = 8 + lengthBytes;
  if (bytes.length < headerAt) throw new DataError('the NPY file ends within its header');
  const length = lengthBytes === 2 ? view.getUint16(8, true) : view.getUint32(8, true);
  const dataAt = headerAt + length;
  if (bytes.length < dataAt)
    throw new DataError(
      `the NPY file ends within its header: it should be ${dataAt} bytes long, the file has ${bytes.length}`,
    );
  const text = new TextDecoder().decode(bytes.subarray(headerAt, dataAt));
  const type = readType(text, headerAt);
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = readSizes(SHAPE.exec(text)?.[1]);
  if (order === undefined || shape === undefined)
    throw new DataError(
      `byte ${headerAt}: the NPY header should have fortran_order and shape, in plain numbers; load the array in Python and save it again`,
    );
  return { ...type, fortran: order === 'True', shape, dataAt };
}
