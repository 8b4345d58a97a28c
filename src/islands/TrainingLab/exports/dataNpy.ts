import type { Dataset } from '#data/dataset.ts';

/** The header of a .npy file of 32-bit floats in rows, filled up to where numbers may begin. */
function npyHeader(rows: number, columns: number): Uint8Array {
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  const length = 64 * Math.ceil((10 + text.length + 1) / 64);
  const header = new Uint8Array(length).fill(0x20);
  header.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0]);
  new DataView(header.buffer).setUint16(8, length - 10, true);
  header.set(new TextEncoder().encode(text), 10);
  header[length - 1] = 0x0a;
  return header;
}

/**
 * A data set as a .npy file: a row for each sample, first those that are trained on, then those held out;
 * its numbers, bytes as they are, and its label last.
 */
export function dataNpy({ height, width, training, heldOut }: Dataset): Uint8Array<ArrayBuffer> {
  const size = height * width;
  const samples = training.labels.length + heldOut.labels.length;
  const header = npyHeader(samples, size + 1);
  const file = new Uint8Array(header.length + 4 * samples * (size + 1));
  file.set(header);
  const values = new Float32Array(file.buffer, header.length);
  let place = 0;
  for (const { images, labels } of [training, heldOut])
    labels.forEach((label, row) => {
      values.set(images.subarray(row * size, (row + 1) * size), place);
      values[place + size] = label;
      place += size + 1;
    });
  return file;
}
