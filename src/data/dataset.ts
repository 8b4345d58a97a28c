/** Samples one after another, each of height × width values, with a whole-number label each. */
export interface Samples {
  /** Bytes from 0 (paper) to 255 (ink), which the network sees as 0 to 1; or floats as they are. */
  readonly images: Uint8Array | Float32Array;
  readonly labels: Uint8Array | Int32Array;
}

/**
 * What a network is trained on and judged by; the digits are one. A vector of n numbers is an image
 * of 1 × n.
 */
export interface Dataset {
  readonly height: number;
  readonly width: number;
  readonly training: Samples;
  readonly heldOut: Samples;
}

function checkSamples(part: string, { images, labels }: Samples, size: number): void {
  if (images.length !== labels.length * size)
    throw new RangeError(
      `${part}: ${labels.length} samples of ${size} values need ${labels.length * size} values, not ${images.length}`,
    );
  const bad = images.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0)
    throw new RangeError(
      `${part}: value ${bad % size} of sample ${Math.floor(bad / size)} is ${images[bad]}, not a finite number`,
    );
}

/** Throws a RangeError unless both parts are whole, finite and not empty. */
export function checkDataset({ height, width, training, heldOut }: Dataset): void {
  if (!(Number.isInteger(height) && height > 0 && Number.isInteger(width) && width > 0))
    throw new RangeError(`samples need a whole height and width, not ${height} × ${width}`);
  checkSamples('training samples', training, height * width);
  checkSamples('held-out samples', heldOut, height * width);
  if (training.labels.length === 0) throw new RangeError('there are no training samples');
  if (heldOut.labels.length < 2)
    throw new RangeError('judging an embedding takes at least two held-out samples');
}

/** The classes of the training samples, ascending. */
export const classesOf = ({ training }: Dataset): number[] =>
  [...new Set(training.labels)].toSorted((a, b) => a - b);

/** The rows whose label is among the classes, ascending. */
export function rowsOf(labels: ArrayLike<number>, classes: readonly number[]): Int32Array {
  const wanted = new Set(classes);
  return Int32Array.from(Array.from(labels).keys()).filter((row) => wanted.has(labels[row]!));
}
