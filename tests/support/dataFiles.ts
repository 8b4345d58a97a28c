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
