import { count, DataError, type LabelledVectors } from './labelledVectors.ts';

/** One part of the split: bytes of images, or numbers of vectors on a common scale. */
interface SplitSamples {
  readonly images: Uint8Array | Float32Array;
  readonly labels: Int32Array;
}

/** A reader's own data as a network is trained on them and judged by them. */
export interface SplitData {
  readonly height: number;
  readonly width: number;
  readonly training: SplitSamples;
  readonly heldOut: SplitSamples;
}

/** Of each class, one in so many is held out; of large sets fewer, since judging takes n² distances. */
const ONE_IN = 5;
const MOST_HELD_OUT = 2000;

/** Which rows are held out: of each class evenly through the file, the same whenever it is read. */
export function heldOutRows(labels: ArrayLike<number>): boolean[] {
  const step = Math.max(ONE_IN, Math.ceil(labels.length / MOST_HELD_OUT));
  const seen = new Map<number, number>();
  return Array.from(labels, (label) => {
    const before = seen.get(label) ?? 0;
    seen.set(label, before + 1);
    // Not the first: a class of a few is trained on before it is judged.
    return before % step === step - 1;
  });
}

/** Bytes of which none is half as dark as they can be are a mask of 0 and 1, or of few levels. */
const HALF = 128;

/** Images as bytes: the smallest value becomes paper, the largest ink, unless they are bytes of all levels. */
function toBytes(values: LabelledVectors['values']): Uint8Array {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  if (values instanceof Uint8Array && most >= HALF) return values;
  const scale = most > least ? 255 / (most - least) : 0;
  return Uint8Array.from(values, (value) => Math.round((value - least) * scale));
}

/** A deviation that is less than this share of the mean is what rounding leaves of a constant. */
const ROUNDING = 1e-11;

/** Vectors with every number of mean 0 and deviation 1 over the rows that are trained on. */
function standardised(
  { values, labels }: LabelledVectors,
  size: number,
  isHeldOut: readonly boolean[],
): Float32Array {
  const [mean, square] = [new Float64Array(size), new Float64Array(size)];
  const trained = isHeldOut.filter((held) => !held).length;
  const overTrained = (add: (column: number, value: number) => void) => {
    for (let row = 0; row < labels.length; row++)
      if (!isHeldOut[row]) for (let d = 0; d < size; d++) add(d, values[row * size + d]!);
  };
  overTrained((d, value) => {
    mean[d]! += value / trained;
  });
  overTrained((d, value) => {
    square[d]! += (value - mean[d]!) ** 2 / trained;
  });
  const deviation = square.map((value, d) => {
    const found = Math.sqrt(value);
    return found > ROUNDING * Math.abs(mean[d]!) ? found : 1;
  });
  return Float32Array.from(values, (value, index) => {
    const d = index % size;
    return (value - mean[d]!) / deviation[d]!;
  });
}

/**
 * Splits a reader's own data into what is trained on and what is held out to judge by, a fifth of
 * each class and at most about 2,000 in all, always the same rows. Images become bytes, vectors are
 * standardised. The arrays are new, and can be handed on. Throws a DataError when there is too little
 * to train on or to judge by.
 */
export function splitHeldOut(data: LabelledVectors): SplitData {
  const { shape, labels, classes } = data;
  if (classes.length < 2)
    throw new DataError(
      `all samples are of one class, “${classes[0]}”: telling classes apart takes at least two`,
    );
  const isHeldOut = heldOutRows(labels);
  const held = isHeldOut.filter(Boolean).length;
  if (held < 2)
    throw new DataError(
      `there are ${labels.length} samples in ${classes.length} classes: of at least two classes ${ONE_IN} each are needed, since one in ${ONE_IN} is held out`,
    );
  const size = count(shape);
  const isImage = shape.length === 2 && shape[0]! > 1;
  const values = isImage ? toBytes(data.values) : standardised(data, size, isHeldOut);
  const part = (isIn: (row: number) => boolean): SplitSamples => {
    const rows = Array.from(labels.keys()).filter(isIn);
    const images = isImage
      ? new Uint8Array(rows.length * size)
      : new Float32Array(rows.length * size);
    rows.forEach((row, place) => {
      images.set(values.subarray(row * size, (row + 1) * size), place * size);
    });
    return { images, labels: Int32Array.from(rows, (row) => labels[row]!) };
  };
  return {
    height: isImage ? shape[0]! : 1,
    width: isImage ? shape[1]! : size,
    training: part((row) => !isHeldOut[row]),
    heldOut: part((row) => isHeldOut[row]!),
  };
}
