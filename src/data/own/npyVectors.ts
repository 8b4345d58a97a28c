import type { NpyArray } from './arrays/npy.ts';
import {
  checkSize,
  count,
  DataError,
  type LabelledVectors,
  labelVectors,
  type VectorValues,
} from './labelledVectors.ts';

/** An array under the name of its file, or of its place in an archive. */
export interface NamedArray extends NpyArray {
  readonly name: string;
}

interface NumberArray extends NpyArray {
  readonly values: VectorValues;
}

const tuple = (shape: readonly number[]) =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;

const isNumbers = (array: NpyArray): array is NumberArray => !Array.isArray(array.values);

/** One value a sample. */
const isColumn = ({ shape }: NpyArray) => shape.length > 0 && count(shape) === shape[0];

const isNamedLabels = ({ name }: NamedArray) =>
  /label|target|class|species|categor|cluster|(^|[-_.])y([-_.]|$)/i.test(name);

/** Of two arrays, vectors before labels: by what only one of them can be, by name, or as they come. */
export function inOrder(
  arrays: readonly [NamedArray, NamedArray],
): readonly [NamedArray, NamedArray] {
  const [first, second] = arrays;
  const signs: ((array: NamedArray) => boolean)[] = [
    (array) => !isNumbers(array),
    isColumn,
    ({ shape }) => shape.length === 1,
    isNamedLabels,
  ];
  const sign = signs.find((isLabels) => isLabels(first) !== isLabels(second));
  return sign?.(first) ? [second, first] : arrays;
}

/** How labels that are more than one value a sample become one. */
function labelAdvice([samples, ...rest]: readonly number[]): string {
  if (samples === 1) return '; labels.ravel() makes one row of them a plain list';
  return rest.length === 1
    ? '; labels.argmax(axis=1) makes them of rows that are 1 at the class and else 0'
    : '';
}

function namesOf(labels: NpyArray): string[] {
  const { shape, values } = labels;
  if (!isColumn(labels))
    throw new DataError(
      `labels should be of shape (samples,), not ${tuple(shape)}${labelAdvice(shape)}`,
    );
  return Array.from(values as ArrayLike<string | number>, (value, index) => {
    if (value === '') throw new DataError(`label ${index} is empty`);
    if (typeof value === 'number' && !Number.isInteger(value))
      throw new DataError(`label ${index} should be a whole number or a word, not ${value}`);
    return `${value}`;
  });
}

/** The shape of one sample, without an axis of length 1 for the channel. */
function sampleShape([, ...shape]: readonly number[]): readonly number[] {
  if (shape.length === 2 && shape[1] === 1) return [shape[0]!];
  if (shape.length === 3 && shape[2] === 1) return shape.slice(0, 2);
  if (shape.length === 3 && shape[0] === 1) return shape.slice(1);
  return shape;
}

/** How samples of three axes become ones of two, or of one. */
function shapeAdvice([, ...shape]: readonly number[]): string {
  // Channels come last in Keras and first in PyTorch.
  const channels = [2, 0].find((axis) => shape[axis] === 3);
  return shape.length === 3 && channels !== undefined
    ? `; x.mean(axis=${channels + 1}) makes colours grey`
    : '; x.reshape(len(x), -1) makes them plain vectors';
}

function checkVectors(array: NpyArray): asserts array is NumberArray {
  if (!isNumbers(array))
    throw new DataError('the array of vectors has strings in it; it should have numbers');
}

/** Vectors or images of one array with the labels of another. */
export function pairVectors(array: NpyArray, labels: NpyArray): LabelledVectors {
  checkVectors(array);
  const shape = sampleShape(array.shape);
  if (shape.length !== 1 && shape.length !== 2)
    throw new DataError(
      `vectors should be of shape (samples, numbers) or (samples, height, width), not ${tuple(array.shape)}${shapeAdvice(array.shape)}`,
    );
  checkSize(shape, 'the array of vectors');
  return labelVectors({ values: array.values, shape }, namesOf(labels));
}

/** Vectors of an array whose last column has the labels. */
export function splitVectors(array: NpyArray): LabelledVectors {
  checkVectors(array);
  const { shape, values } = array;
  if (shape.length !== 2)
    throw new DataError(
      `vectors should be of shape (samples, numbers), labels last, not ${tuple(shape)}; or choose the file of labels together with it`,
    );
  const [rows, width] = shape as [number, number];
  if (width < 2)
    throw new DataError('the array has one column only: a vector and a label need at least two');
  checkSize([width - 1], 'the array of vectors');
  const vectors = values.slice(0, rows * (width - 1));
  for (let row = 0; row < rows; row++)
    vectors.set(values.subarray(row * width, (row + 1) * width - 1), row * (width - 1));
  const last = Float64Array.from({ length: rows }, (_, row) => values[(row + 1) * width - 1]!);
  if (!last.every(Number.isInteger))
    throw new DataError(
      `the last column, which should have the labels, has numbers such as ${last.find((value) => !Number.isInteger(value))}: choose the file of labels together with this one`,
    );
  const split = { values: vectors, shape: [width - 1] };
  return labelVectors(split, namesOf({ shape: [rows], values: last }));
}
