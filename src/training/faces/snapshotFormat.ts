import type { SavedNetwork, Weights } from '../network/layersModel.ts';

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
 * Or, where the header says `"bits":8`, one byte a number: multiples of a step that each column has, the
 * inputs of one unit or filter. That loses more of each weight and hardly anything of what is embedded.
 *
 * gzip carries a CRC-32 of all of it, so a damaged file fails to decode.
 */
const MAGIC = 'FACES-01';
const HEADER_START = MAGIC.length + Uint32Array.BYTES_PER_ELEMENT;
/** Of each multiple. */
type Bits = 8 | 16;
const largestMultiple = (bits: Bits) => 2 ** (bits - 1) - 1;

export interface Snapshot {
  readonly saved: SavedNetwork;
  /** How it was trained, for those who want to know. */
  readonly run: Readonly<Record<string, unknown>>;
}

const sizeOf = (shape: readonly number[]) => shape.reduce((size, length) => size * length, 1);

const largestOf = (values: Iterable<number>) => {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
};

/** What the weights of an array are multiples of: one step for all, or one for each column. */
function stepsOf({ shape, values }: Weights, bits: Bits): number | readonly number[] {
  const stepFor = (largest: number) => (largest === 0 ? 1 : largest / largestMultiple(bits));
  if (bits === 16) return stepFor(largestOf(values));
  const columns = shape.at(-1)!;
  return Array.from({ length: columns }, (_, column) => {
    const step = stepFor(largestOf(values.filter((_, i) => i % columns === column)));
    // Rounded up, so that the largest stays a multiple that fits.
    return Number((step * (1 + 1e-5)).toPrecision(6));
  });
}

const stepAt = (steps: number | readonly number[], i: number) =>
  typeof steps === 'number' ? steps : steps[i % steps.length]!;

/**
 * The file's content before compression. Each weight is off by half a step at most: a 65,534th of its
 * array's range, or with 8 bits a 254th of its column's.
 */
export function encodeSnapshot({ saved, run }: Snapshot, bits: Bits = 16): Uint8Array {
  const { network, height, width, weights } = saved;
  const steps = weights.map((each) => stepsOf(each, bits));
  const arrays = weights.map(({ name, shape }, k) => ({ name, shape, step: steps[k]! }));
  const packing = bits === 16 ? {} : { bits };
  const header = new TextEncoder().encode(
    JSON.stringify({ network, height, width, ...packing, run, arrays }),
  );
  const multiples = Int16Array.from(
    weights.flatMap(({ values }, k) =>
      Array.from(values, (value, i) => Math.round(value / stepAt(steps[k]!, i))),
    ),
  );
  const bytes = new Uint8Array(HEADER_START + header.length + (bits / 8) * multiples.length);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, header.length, true);
  bytes.set(header, HEADER_START);
  const start = HEADER_START + header.length;
  multiples.forEach((multiple, i) => {
    bytes[start + i] = multiple & 255;
    if (bits === 16) bytes[start + multiples.length + i] = (multiple >> 8) & 255;
  });
  return bytes;
}

/** The network in a decompressed file. Throws when the bytes are not one, or not all of it. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot {
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new Error(`not a snapshot: it should begin with "${MAGIC}"`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const start = HEADER_START + length;
  const {
    arrays,
    run,
    bits = 16,
    ...network
  } = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_START, start)));
  const entries = arrays as { name: string; shape: number[]; step: number | number[] }[];
  const count = entries.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const size = start + (bits / 8) * count;
  if (bytes.length !== size) throw new Error(`a snapshot of ${size} bytes has ${bytes.length}`);
  let at = start;
  const weights = entries.map(({ name, shape, step }) => {
    const values = Float32Array.from({ length: sizeOf(shape) }, (_, i) => {
      const low = bytes[at + i]!;
      const multiple =
        bits === 8 ? (low << 24) >> 24 : ((bytes[at + count + i]! << 24) >> 16) | low;
      return multiple * stepAt(step, i);
    });
    at += values.length;
    return { name, shape, values };
  });
  return { saved: { ...network, weights }, run };
}
