import { count, DataError, type VectorValues } from './labelledVectors.ts';

/** An array of a .npy file in C order (the last index runs fastest), or its strings. */
export interface NpyArray {
  readonly shape: readonly number[];
  readonly values: VectorValues | readonly string[];
}

const MAGIC = '\u0093NUMPY';
/** Bytes of the header's length, by major version. */
const LENGTH_BYTES: Readonly<Record<number, 2 | 4>> = { 1: 2, 2: 4, 3: 4 };

type Read = (view: DataView, offset: number, little: boolean) => number;

/** An integer of 64 bits, as long as a number can hold it exactly. */
const whole = (value: bigint, offset: number): number => {
  if (BigInt(Number(value)) !== value || !Number.isSafeInteger(Number(value)))
    throw new DataError(
      `byte ${offset}: the integer ${value} is too large to be kept exactly; integers up to 2^53 are`,
    );
  return Number(value);
};

/** How a number of each type is read, by NumPy's letter and size in bytes. */
const TYPES: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['b1', (view, at) => (view.getUint8(at) === 0 ? 0 : 1)],
  ['u1', (view, at) => view.getUint8(at)],
  ['i1', (view, at) => view.getInt8(at)],
  ['u2', (view, at, little) => view.getUint16(at, little)],
  ['i2', (view, at, little) => view.getInt16(at, little)],
  ['u4', (view, at, little) => view.getUint32(at, little)],
  ['i4', (view, at, little) => view.getInt32(at, little)],
  ['u8', (view, at, little) => whole(view.getBigUint64(at, little), at)],
  ['i8', (view, at, little) => whole(view.getBigInt64(at, little), at)],
  ['f4', (view, at, little) => view.getFloat32(at, little)],
  ['f8', (view, at, little) => view.getFloat64(at, little)],
]);

interface Header {
  readonly type: string;
  readonly little: boolean;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  readonly dataAt: number;
}

/** The Python dictionary that describes the array. */
function readHeader(bytes: Uint8Array): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
  const descr = /['"]descr['"]\s*:\s*['"]([<>|=])?([a-zA-Z]\d*)['"]/.exec(text);
  if (!descr)
    throw new DataError(
      `byte ${headerAt}: the NPY header should name one plain type, such as '<f4'; save one array of numbers`,
    );
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /['"]shape['"]\s*:\s*\(([\d,\s]*)\)/.exec(text)?.[1];
  if (order === undefined || shape === undefined)
    throw new DataError(`byte ${headerAt}: the NPY header should have fortran_order and shape`);
  return {
    type: descr[2]!,
    little: descr[1] !== '>',
    fortran: order === 'True',
    shape: (shape.match(/\d+/g) ?? []).map(Number),
    dataAt,
  };
}

/** Where in the file the element is that comes `index`th in C order. */
function fortranPlace(index: number, shape: readonly number[]): number {
  let place = 0;
  let stride = count(shape);
  let rest = index;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    stride /= shape[axis]!;
    place += (rest % shape[axis]!) * stride;
    rest = Math.floor(rest / shape[axis]!);
  }
  return place;
}

function storage(type: string, length: number): Exclude<NpyArray['values'], readonly string[]> {
  if (type === 'u1' || type === 'b1') return new Uint8Array(length);
  return type === 'f4' ? new Float32Array(length) : new Float64Array(length);
}

/** A text of fixed length in code points of 4 bytes, padded with zeros. */
function readText(view: DataView, offset: number, length: number, little: boolean): string {
  let text = '';
  for (let at = offset; at < offset + 4 * length; at += 4) {
    const point = view.getUint32(at, little);
    if (point > 0x10ffff)
      throw new DataError(`byte ${at}: ${point} is not a character; is the file damaged?`);
    if (point > 0) text += String.fromCodePoint(point);
  }
  return text;
}

export const isNpy = (bytes: Uint8Array): boolean =>
  [...MAGIC].every((letter, index) => bytes[index] === letter.charCodeAt(0));

/**
 * The array of a .npy file (versions 1 to 3): booleans, integers, float32, float64 or strings, of
 * either byte order, in C or Fortran order. Throws a DataError that names the byte and what was
 * expected there. `most` elements are read at most, so that a false header costs no memory.
 */
export function readNpy(bytes: Uint8Array, most: number): NpyArray {
  if (!isNpy(bytes)) throw new DataError('byte 0: an NPY file should begin with \\x93NUMPY');
  const { type, little, fortran, shape, dataAt } = readHeader(bytes);
  const letters = type[0] === 'U' ? Number(type.slice(1)) : 0;
  const read = TYPES.get(type);
  if (!read && !(letters > 0))
    throw new DataError(
      `NPY type ${type} cannot be read; ${[...TYPES.keys()].join(', ')} and strings (U) can: convert it with .astype('float32')`,
    );
  const elements = count(shape);
  const size = letters > 0 ? 4 * letters : Number(type.slice(1));
  const expected = dataAt + elements * size;
  if (bytes.length !== expected)
    throw new DataError(
      `an NPY array of shape (${shape.join(', ')}) and type ${type} makes a file of ${expected} bytes; this one has ${bytes.length}`,
    );
  if (elements > most)
    throw new DataError(`the NPY array has ${elements} numbers; at most ${most} can be used`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offset = (index: number) => dataAt + size * (fortran ? fortranPlace(index, shape) : index);
  if (!read) {
    const texts = Array.from({ length: elements }, (_, index) =>
      readText(view, offset(index), letters, little),
    );
    return { shape, values: texts };
  }
  const values = storage(type, elements);
  for (let index = 0; index < elements; index++) {
    const value = read(view, offset(index), little);
    if (!Number.isFinite(value))
      throw new DataError(`byte ${offset(index)}: expected a finite number, found ${value}`);
    values[index] = value;
  }
  return { shape, values };
}
