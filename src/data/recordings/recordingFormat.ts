/**
 * The recording of a training run: gzip around
 *
 * | bytes              | meaning                                                                |
 * |--------------------|------------------------------------------------------------------------|
 * | 8                  | the letters "DRIFT-01"                                                 |
 * | uint32, little     | length of the header                                                   |
 * | that many          | the header, JSON: run, digits, side, one entry per moment, history     |
 * | one per digit      | its label, 0-9                                                         |
 * | side² / 4 a digit  | its image, two bits a pixel, 0 (paper) to 3 (ink), first pixel lowest  |
 * | 2 × n              | positions, n = moments × 2 × digits, as differences from the moment    |
 * |                    | before, zigzag coded: the n low bytes, then the n high bytes           |
 *
 * gzip carries a CRC-32 of all of it, so a damaged file fails to decode.
 */
const MAGIC = 'DRIFT-01';
const HEADER_START = MAGIC.length + Uint32Array.BYTES_PER_ELEMENT;
const PIXELS_PER_BYTE = 4;

/** Positions are whole numbers from -LEVELS to LEVELS across the view of their moment. */
export const LEVELS = 512;
/** The darkest pixel of an image. */
export const INK = 3;

export interface Moment {
  /** Steps of training done. */
  readonly step: number;
  /** Loss of a training batch at that moment. */
  readonly loss: number;
  /** 5-nearest-neighbour accuracy of the recorded digits, each judged by the others. */
  readonly knnAccuracy: number;
  /** Half the side of the view, in embedding units. The view is centred on the digits' mean. */
  readonly extent: number;
}

export interface Recording {
  /** The settings of the run. */
  readonly run: Readonly<Record<string, string | number | boolean>>;
  /** Pixels along a side of an image. */
  readonly side: number;
  readonly moments: readonly Moment[];
  readonly labels: Uint8Array;
  /** Image after image, row by row, 0 (paper) to INK; none where their side is 0. */
  readonly images: Uint8Array;
  /** Per moment all x, then all y, in 1/LEVELS of that moment's extent. */
  readonly positions: Int16Array;
  /** What else was told of the run, such as its curves; missing where nothing was kept. */
  readonly history?: unknown;
}

const zigzag = (value: number): number => (value << 1) ^ (value >> 31);
const unzigzag = (code: number): number => (code >>> 1) ^ -(code & 1);

/** The file's content before compression. */
export function encodeRecording(recording: Recording): Uint8Array {
  const { run, side, moments, labels, images, positions, history } = recording;
  const header = new TextEncoder().encode(
    JSON.stringify({ run, digits: labels.length, side, moments, history }),
  );
  const packed = new Uint8Array(images.length / PIXELS_PER_BYTE);
  images.forEach((pixel, index) => {
    packed[index >> 2]! |= pixel << (2 * (index & 3));
  });
  const perMoment = 2 * labels.length;
  const low = new Uint8Array(positions.length);
  const high = new Uint8Array(positions.length);
  positions.forEach((value, index) => {
    const code = zigzag(value - (index < perMoment ? 0 : positions[index - perMoment]!));
    low[index] = code & 255;
    high[index] = code >> 8;
  });
  const bytes = new Uint8Array(
    HEADER_START + header.length + labels.length + packed.length + 2 * positions.length,
  );
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, header.length, true);
  let offset = HEADER_START;
  for (const part of [header, labels, packed, low, high]) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** The recording in a decompressed file. Throws when the bytes are not one, or not all of it. */
export function decodeRecording(bytes: Uint8Array): Recording {
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new Error(`not a recording: it should begin with "${MAGIC}"`);
  }
  let offset = HEADER_START;
  const take = (length: number) => {
    offset += length;
    if (offset > bytes.length) {
      throw new Error(`a recording of at least ${offset} bytes has only ${bytes.length}`);
    }
    return bytes.subarray(offset - length, offset);
  };
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const { run, digits, side, moments, history } = JSON.parse(
    new TextDecoder().decode(take(headerLength)),
  );
  const labels = take(digits);
  const packed = take((digits * side * side) / PIXELS_PER_BYTE);
  const perMoment = 2 * digits;
  const count = moments.length * perMoment;
  const low = take(count);
  const high = take(count);

  const images = new Uint8Array(digits * side * side);
  for (let index = 0; index < images.length; index++) {
    images[index] = (packed[index >> 2]! >> (2 * (index & 3))) & 3;
  }
  const positions = new Int16Array(count);
  for (let index = 0; index < count; index++) {
    const before = index < perMoment ? 0 : positions[index - perMoment]!;
    positions[index] = before + unzigzag(low[index]! | (high[index]! << 8));
  }
  return { run, side, moments, labels, images, positions, ...(history && { history }) };
}
