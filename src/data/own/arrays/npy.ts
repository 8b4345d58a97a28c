import { count, DataError, type VectorValues } from '../labelledVectors.ts';
import { type NpyHeader, readNpyHeader } from './npyHeader.ts';
import { NUMBER_TYPES, refuseType, storage, TEXT_TYPES } from './npyTypes.ts';
import { viewOf } from './viewOf.ts';

/** An array of a .npy file in C order (the last index runs fastest), or its strings. */
export interface NpyArray {
  readonly shape: readonly number[];
  readonly values: VectorValues | readonly string[];
}

/** More elements than these are not read, so that a false header costs no memory. */
const MOST_ELEMENTS = 90e6;

const MAGIC = '\u0093NUMPY';

export const isNpy = (bytes: Uint8Array): boolean =>
  [...MAGIC].every((letter, index) => bytes[index] === letter.charCodeAt(0));

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

/** How many bytes an element has. */
function sizeOf(type: string): number {
  if (NUMBER_TYPES.has(type)) return Number(type.slice(1));
  const letters = Number(type.slice(1));
  const text = TEXT_TYPES.get(type[0]!);
  return text && letters > 0 ? letters * text.bytesEach : refuseType(type);
}

function readValues(bytes: Uint8Array, header: NpyHeader): NpyArray['values'] {
  const { type, little, fortran, shape, dataAt } = header;
  const elements = count(shape);
  const size = sizeOf(type);
  const view = viewOf(bytes);
  const offset = (index: number) => dataAt + size * (fortran ? fortranPlace(index, shape) : index);
  const text = TEXT_TYPES.get(type[0]!);
  if (text)
    return Array.from({ length: elements }, (_, index) =>
      text.read(view, offset(index), size, little),
    );
  const read = NUMBER_TYPES.get(type)!;
  const values = storage(type, elements);
  for (let index = 0; index < elements; index++) {
    const value = read(view, offset(index), little);
    if (!Number.isFinite(value))
      throw new DataError(
        `byte ${offset(index)}: expected a finite number, found ${value}; keep = np.isfinite(x).all(axis=1), x[keep] and y[keep] leave such samples out`,
      );
    values[index] = value;
  }
  return values;
}

/**
 * The arrays of a .npy file (versions 1 to 3), one unless numpy.save wrote several into it: booleans,
 * integers, floats of 16 to 64 bits or strings, of either byte order, in C or Fortran order. Throws a
 * DataError that names the byte and what was expected there.
 */
export function readNpy(bytes: Uint8Array): NpyArray[] {
  if (!isNpy(bytes)) throw new DataError('byte 0: an NPY file should begin with \\x93NUMPY');
  const header = readNpyHeader(bytes);
  const { type, shape, dataAt } = header;
  const end = dataAt + count(shape) * sizeOf(type);
  const rest = bytes.subarray(end);
  if (bytes.length < end || (rest.length > 0 && !isNpy(rest)))
    throw new DataError(
      `an NPY array of shape (${shape.join(', ')}) and type ${type} makes a file of ${end} bytes; this one has ${bytes.length}`,
    );
  if (count(shape) > MOST_ELEMENTS)
    throw new DataError(
      `the NPY array has ${count(shape)} numbers; at most ${MOST_ELEMENTS} can be used`,
    );
  const array = { shape, values: readValues(bytes, header) };
  return [array, ...(rest.length > 0 ? readNpy(rest) : [])];
}
