/** A file as the browser hands it over. */
export const file = (name: string, content: Uint8Array | string) => ({
  name,
  arrayBuffer: async () =>
    (typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content))
      .buffer as ArrayBuffer,
});

export interface NpyOptions {
  readonly version?: number;
  readonly descr?: string;
  readonly fortran?: boolean;
}

/** A .npy file as NumPy writes it, from the bytes of its numbers. */
export function npy(shape: readonly number[], data: ArrayBufferView, options: NpyOptions = {}) {
  const { version = 1, descr = '<f8', fortran = false } = options;
  const lengthBytes = version === 1 ? 2 : 4;
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${tuple}), }`;
  const length = Math.ceil((8 + lengthBytes + text.length + 1) / 64) * 64 - 8 - lengthBytes;
  const head = new Uint8Array(8 + lengthBytes + length).fill(0x20);
  head.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  const view = new DataView(head.buffer);
  if (version === 1) view.setUint16(8, length, true);
  else view.setUint32(8, length, true);
  head.set(new TextEncoder().encode(text), 8 + lengthBytes);
  head[head.length - 1] = 0x0a;
  return Buffer.concat([head, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)]);
}

/** An IDX file of bytes, as MNIST's. */
export function idx(shape: readonly number[], bytes: Uint8Array) {
  const head = new Uint8Array(4 + 4 * shape.length);
  head.set([0, 0, 8, shape.length]);
  for (const [axis, size] of shape.entries())
    new DataView(head.buffer).setUint32(4 + 4 * axis, size);
  return Buffer.concat([head, bytes]);
}

/** A .npz file of arrays under their names, as np.savez writes it: a ZIP archive, nothing packed. */
export function npz(arrays: Readonly<Record<string, Uint8Array>>) {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, bytes] of Object.entries(arrays)) {
    const path = Buffer.from(`${name}.npy`);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(at, 42);
    files.push(head, path, Buffer.from(bytes));
    directory.push(entry, path);
    at += head.length + path.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(arrays).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}
