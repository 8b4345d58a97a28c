import type { SavedNetwork } from '../network/layersModel.ts';

/**
 * A trained network in a small file: gzip around
 *
 * | bytes          | meaning                                                                   |
 * |----------------|---------------------------------------------------------------------------|
 * | 8              | the letters "FACES-01"                                                    |
 * | uint32, little | length of the header                                                      |
 * | that many      | the header, JSON: what the network is, and of each array name, shape, step |
 * | 2 a number     | the weights, whole multiples of their array's step: all low bytes, then all high ones |
 *
 * gzip carries a CRC-32 of all of it, so a damaged file fails to decode.
 */
const MAGIC = 'FACES-01';
const HEADER_START = MAGIC.length + Uint32Array.BYTES_PER_ELEMENT;
/** The largest multiple that two bytes hold. */
const LEVELS = 2 ** 15 - 1;

export interface Snapshot {
  readonly saved: SavedNetwork;
  /** How it was trained, for those who want to know. */
  readonly run: Readonly<Record<string, unknown>>;
}

const sizeOf = (shape: readonly number[]) => shape.reduce((size, length) => size * length, 1);

/** The file's content before compression. Each weight is off by half a 65,534th of its array's range at most. */
export function encodeSnapshot({ saved, run }: Snapshot): Uint8Array {
  const { network, height, width, weights } = saved;
  const steps = weights.map(({ values }) => {
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return largest === 0 ? 1 : largest / LEVELS;
  });
  const arrays = weights.map(({ name, shape }, k) => ({ name, shape, step: steps[k]! }));
  const header = new TextEncoder().encode(JSON.stringify({ network, height, width, run, arrays }));
  const multiples = Int16Array.from(
    weights.flatMap(({ values }, k) =>
      Array.from(values, (value) => Math.round(value / steps[k]!)),
    ),
  );
  const bytes = new Uint8Array(HEADER_START + header.length + 2 * multiples.length);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, header.length, true);
  bytes.set(header, HEADER_START);
  const start = HEADER_START + header.length;
  multiples.forEach((multiple, i) => {
    bytes[start + i] = multiple & 255;
    bytes[start + multiples.length + i] = (multiple >> 8) & 255;
  });
  return bytes;
}

/** The network in a decompressed file. Throws when the bytes are not one, or not all of it. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot {
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new Error(`not a snapshot: it should begin with "${MAGIC}"`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const start = HEADER_START + length;
  const { arrays, run, ...network } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(HEADER_START, start)),
  );
  const entries = arrays as { name: string; shape: number[]; step: number }[];
  const count = entries.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  if (bytes.length !== start + 2 * count)
    throw new Error(`a snapshot of ${start + 2 * count} bytes has ${bytes.length}`);
  let at = start;
  const weights = entries.map(({ name, shape, step }) => {
    const values = Float32Array.from({ length: sizeOf(shape) }, (_, i) => {
      const multiple = ((bytes[at + count + i]! << 24) >> 16) | bytes[at + i]!;
      return multiple * step;
    });
    at += values.length;
    return { name, shape, values };
  });
  return { saved: { ...network, weights }, run };
}
