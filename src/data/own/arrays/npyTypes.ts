import { DataError, type VectorValues } from '../labelledVectors.ts';

type Read = (view: DataView, offset: number, little: boolean) => number;

/** An integer of 64 bits, as long as a number can hold it exactly. */
const whole = (value: bigint, offset: number): number => {
  if (BigInt(Number(value)) !== value || !Number.isSafeInteger(Number(value)))
    throw new DataError(
      `byte ${offset}: the integer ${value} is too large to be kept exactly; integers up to 2^53 are: .astype(str) keeps labels, .astype('float64') rounds numbers`,
    );
  return Number(value);
};

/** A number of half precision: one bit of sign, five of exponent, ten of fraction. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** How a number of each type is read, by NumPy's letter and size in bytes. */
export const NUMBER_TYPES: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['b1', (view, at) => (view.getUint8(at) === 0 ? 0 : 1)],
  ['u1', (view, at) => view.getUint8(at)],
  ['i1', (view, at) => view.getInt8(at)],
  ['u2', (view, at, little) => view.getUint16(at, little)],
  ['i2', (view, at, little) => view.getInt16(at, little)],
  ['u4', (view, at, little) => view.getUint32(at, little)],
  ['i4', (view, at, little) => view.getInt32(at, little)],
  ['u8', (view, at, little) => whole(view.getBigUint64(at, little), at)],
  ['i8', (view, at, little) => whole(view.getBigInt64(at, little), at)],
  ['f2', (view, at, little) => half(view.getUint16(at, little))],
  ['f4', (view, at, little) => view.getFloat32(at, little)],
  ['f8', (view, at, little) => view.getFloat64(at, little)],
]);

/** Room for numbers of a type, without rounding. */
export function storage(type: string, length: number): VectorValues {
  if (type === 'u1' || type === 'b1') return new Uint8Array(length);
  return type === 'f2' || type === 'f4' ? new Float32Array(length) : new Float64Array(length);
}

/** A text of fixed length in code points of 4 bytes, padded with zeros. */
function readCodePoints(view: DataView, offset: number, size: number, little: boolean): string {
  let text = '';
  for (let at = offset; at < offset + size; at += 4) {
    const point = view.getUint32(at, little);
    if (point > 0x10ffff)
      throw new DataError(`byte ${at}: ${point} is not a character; is the file damaged?`);
    if (point > 0) text += String.fromCodePoint(point);
  }
  return text;
}

/** A text of fixed length in bytes, padded with zeros, in UTF-8. */
function readBytes(view: DataView, offset: number, size: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + offset, size);
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
  return new TextDecoder().decode(bytes.subarray(0, end));
}

/** How a text is read, and how many bytes each of its letters has; by NumPy's letter. */
export const TEXT_TYPES = new Map([
  ['U', { bytesEach: 4, read: readCodePoints }],
  ['S', { bytesEach: 1, read: readBytes }],
]);

/** What values are that cannot be read, by NumPy's letter, and the line of Python that mends it. */
const REFUSED: Readonly<Record<string, string>> = {
  O: "its values are Python objects, which cannot be read: save words with .astype(str), numbers with .astype('float32')",
  M: 'its values are dates: as labels, save them with .astype(str)',
  c: 'its numbers are complex: np.concatenate([x.real, x.imag], axis=1) makes two of each',
  V: 'its values are bytes without a type: save numbers or words',
};

/** Refuses a type that cannot be read. */
export function refuseType(type: string): never {
  throw new DataError(
    REFUSED[type[0]!] ??
      `NPY type ${type} cannot be read; ${[...NUMBER_TYPES.keys()].join(', ')} and strings (U, S) can: convert it with .astype('float32')`,
  );
}
