import type { KernelBackend, TensorInfo } from '@tensorflow/tfjs-core';

/** What we use of TensorFlow.js' wasm backend, whose tensors lie in one WebAssembly memory. */
export interface WasmBackend extends KernelBackend {
  readonly wasm: {
    readonly asm?: { readonly memory?: unknown };
    _malloc(bytes: number): number;
    _free(address: number): void;
    readonly HEAPU8: Uint8Array;
  };
  readonly dataIdMap: { get(dataId: object): { readonly memoryOffset: number } };
  makeOutput(shape: readonly number[], dtype: 'float32'): TensorInfo;
}

/** The memory that the backend's tensors lie in. It may grow, so no view of it is ever kept. */
export function memoryOf(backend: WasmBackend): WebAssembly.Memory {
  const memory = backend.wasm?.asm?.memory;
  if (memory instanceof WebAssembly.Memory) return memory;
  throw new Error('this version of the wasm backend does not show its memory');
}

/** Where a tensor's numbers begin. */
export const addressOf = (backend: WasmBackend, { dataId }: TensorInfo): number =>
  backend.dataIdMap.get(dataId).memoryOffset;

export const sizeOf = ({ shape }: TensorInfo): number =>
  shape.reduce((size, length) => size * length, 1);

/** A piece of the backend's memory for what a kernel packs, kept from call to call. */
export function createScratch({ wasm }: WasmBackend): (bytes: number) => number {
  let address = 0;
  let size = 0;
  return (bytes) => {
    if (bytes > size) {
      if (address) wasm._free(address);
      address = wasm._malloc(bytes) >>> 0;
      size = address ? bytes : 0;
      if (!address) throw new Error(`no memory is left for the ${bytes} bytes that a kernel packs`);
    }
    return address;
  };
}
