import {
  checkSize,
  count,
  DataError,
  type LabelledVectors,
  labelVectors,
  MOST_NUMBERS,
  MOST_SAMPLES,
  type VectorValues,
} from './labelledVectors.ts';
import { type NpyArray, readNpy } from './npy.ts';

const MOST = MOST_SAMPLES * MOST_NUMBERS;

const isText = (values: NpyArray['values']): values is readonly string[] => Array.isArray(values);

function labelNames({ shape, values }: NpyArray): string[] {
  if (shape.length === 0 || count(shape) !== shape[0])
    throw new DataError(`labels should be of shape (samples,), not (${shape.join(', ')})`);
  return Array.from(values as ArrayLike<string | number>, (value, index) => {
    if (value === '') throw new DataError(`label ${index} is empty`);
    if (typeof value === 'number' && !Number.isInteger(value))
      throw new DataError(`label ${index} should be a whole number or a word, not ${value}`);
    return `${value}`;
  });
}

/** Takes the last column off the vectors, as their labels. */
function splitLastColumn(values: VectorValues, width: number) {
  const rows = values.length / width;
  if (width < 2)
    throw new DataError('the array has one column only: a vector and a label need at least two');
  const vectors = values.slice(0, rows * (width - 1));
  for (let row = 0; row < rows; row++)
    vectors.set(values.subarray(row * width, (row + 1) * width - 1), row * (width - 1));
  const last = Float64Array.from({ length: rows }, (_, row) => values[(row + 1) * width - 1]!);
  return { vectors, last };
}

/**
 * Vectors from a .npy array of shape (samples, numbers) or (samples, height, width), with labels
 * from a second one of shape (samples,). Without that one the labels are the last column. Throws a
 * DataError that says what was expected.
 */
export function readNpyVectors(bytes: Uint8Array, labelBytes?: Uint8Array): LabelledVectors {
  const array = readNpy(bytes, MOST);
  const [samples = 0, ...shape] = array.shape;
  if (isText(array.values))
    throw new DataError('the array of vectors has strings in it; it should have numbers');
  if (shape.length !== 1 && (shape.length !== 2 || !labelBytes))
    throw new DataError(
      `vectors should be of shape (samples, numbers)${labelBytes ? ' or (samples, height, width)' : ', labels last'}, not (${array.shape.join(', ')})`,
    );
  checkSize(samples, shape, 'the array of vectors');
  if (labelBytes)
    return labelVectors(
      { values: array.values, shape },
      labelNames(readNpy(labelBytes, MOST_SAMPLES)),
    );
  const { vectors, last } = splitLastColumn(array.values, shape[0]!);
  return labelVectors(
    { values: vectors, shape: [shape[0]! - 1] },
    labelNames({ shape: [samples], values: last }),
  );
}
