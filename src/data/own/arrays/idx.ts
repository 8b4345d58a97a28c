import {
  checkSize,
  count,
  DataError,
  type LabelledVectors,
  labelVectors,
  type VectorValues,
} from '../labelledVectors.ts';
import { viewOf } from './viewOf.ts';

/** An array of an IDX file, the format that MNIST comes in. */
interface IdxArray {
  readonly shape: readonly number[];
  readonly values: VectorValues;
}

interface IdxType {
  readonly bytes: number;
  readonly read: (view: DataView, offset: number) => number;
}

/** By the third byte of the file; numbers are big-endian. */
const TYPES: ReadonlyMap<number, IdxType> = new Map([
  [0x08, { bytes: 1, read: (view, at) => view.getUint8(at) }],
  [0x09, { bytes: 1, read: (view, at) => view.getInt8(at) }],
  [0x0b, { bytes: 2, read: (view, at) => view.getInt16(at) }],
  [0x0c, { bytes: 4, read: (view, at) => view.getInt32(at) }],
  [0x0d, { bytes: 4, read: (view, at) => view.getFloat32(at) }],
  [0x0e, { bytes: 8, read: (view, at) => view.getFloat64(at) }],
] satisfies [number, IdxType][]);

const UNSIGNED_BYTE = 0x08;

export const isIdx = (bytes: Uint8Array): boolean =>
  bytes[0] === 0 && bytes[1] === 0 && TYPES.has(bytes[2] ?? 0);

/** The array of a decompressed IDX file. Throws a DataError that names the byte. */
function readIdx(bytes: Uint8Array): IdxArray {
  const type = isIdx(bytes) ? TYPES.get(bytes[2]!) : undefined;
  if (!type)
    throw new DataError(
      'byte 0: an IDX file should begin with two zeros and its type, such as 00 00 08 03',
    );
  const axes = bytes[3] ?? 0;
  const dataAt = 4 + 4 * axes;
  if (axes === 0 || bytes.length < dataAt)
    throw new DataError(
      `byte 3: an IDX file of ${axes} dimensions should have their sizes after it, and its numbers`,
    );
  const view = viewOf(bytes);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const expected = dataAt + count(shape) * type.bytes;
  if (bytes.length !== expected)
    throw new DataError(
      `an IDX file of ${shape.join(' × ')} numbers should have ${expected} bytes; this one has ${bytes.length}`,
    );
  if (bytes[2] === UNSIGNED_BYTE) return { shape, values: bytes.slice(dataAt) };
  const values = new Float64Array(count(shape));
  for (let index = 0; index < values.length; index++) {
    const at = dataAt + index * type.bytes;
    const value = type.read(view, at);
    if (!Number.isFinite(value))
      throw new DataError(`byte ${at}: expected a finite number, found ${value}`);
    values[index] = value;
  }
  return { shape, values };
}

/** Images and labels from the two IDX files of a set, decompressed, in either order. */
export function readIdxImages(first: Uint8Array, second: Uint8Array): LabelledVectors {
  const arrays = [readIdx(first), readIdx(second)];
  const images = arrays.find(({ shape }) => shape.length === 2 || shape.length === 3);
  const labels = arrays.find(({ shape }) => shape.length === 1);
  if (!images || !labels)
    throw new DataError(
      `an IDX file of images (samples × height × width) and one of labels (samples) are needed, not ${arrays.map(({ shape }) => shape.join(' × ')).join(' and ')}`,
    );
  const [, ...shape] = images.shape;
  checkSize(shape, 'the file of images');
  return labelVectors(
    { values: images.values, shape },
    Array.from(labels.values, (value) => `${value}`),
  );
}
