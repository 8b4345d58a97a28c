/**
 * The digits file: gzip around a header, the labels and the pixels.
 *
 * | bytes              | meaning                                                        |
 * |--------------------|----------------------------------------------------------------|
 * | 8                  | the letters "MNIST-01"                                         |
 * | 4 × uint32, little | training digits, held-out digits, image height, image width    |
 * | one per digit      | labels 0-9: training digits first, then the held-out ones      |
 * | one per pixel      | 0 (paper) to 255 (ink), row by row, in the order of the labels |
 *
 * gzip carries a CRC-32 of all of it, so a damaged file fails to decode instead of training oddly.
 */
const MAGIC = 'MNIST-01';
const HEADER_BYTES = MAGIC.length + 4 * Uint32Array.BYTES_PER_ELEMENT;

/** Images (row-major bytes, one image after another) with the digit that each one shows. */
export interface LabelledImages {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

export interface Digits {
  readonly height: number;
  readonly width: number;
  readonly training: LabelledImages;
  readonly heldOut: LabelledImages;
}

/** The file's content before compression. */
export function encodeDigits({ height, width, training, heldOut }: Digits): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  header.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(header.buffer);
  [training.labels.length, heldOut.labels.length, height, width].forEach((value, index) => {
    view.setUint32(MAGIC.length + 4 * index, value, true);
  });
  const parts = [header, training.labels, heldOut.labels, training.images, heldOut.images];
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/**
 * The digits of a decompressed file; the arrays are views into `bytes`.
 * Throws when the bytes are not such a file, or not all of it.
 */
export function decodeDigits(bytes: Uint8Array): Digits {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes.length < HEADER_BYTES) {
    throw new Error(`not a digits file: it should begin with "${MAGIC}"`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const field = (index: number) => view.getUint32(MAGIC.length + 4 * index, true);
  const [trainingCount, heldOutCount, height, width] = [field(0), field(1), field(2), field(3)];
  const pixels = height * width;
  const expected = HEADER_BYTES + (trainingCount + heldOutCount) * (1 + pixels);
  if (bytes.length !== expected) {
    throw new Error(`a digits file of ${expected} bytes has only ${bytes.length}`);
  }
  let offset = HEADER_BYTES;
  const take = (length: number) => {
    offset += length;
    return bytes.subarray(offset - length, offset);
  };
  const trainingLabels = take(trainingCount);
  const heldOutLabels = take(heldOutCount);
  const trainingImages = take(trainingCount * pixels);
  const heldOutImages = take(heldOutCount * pixels);
  return {
    height,
    width,
    training: { images: trainingImages, labels: trainingLabels },
    heldOut: { images: heldOutImages, labels: heldOutLabels },
  };
}
