import { backend, type Tensor } from '@tensorflow/tfjs-core';
import { addressOf, memoryOf, type WasmBackend } from './backendMemory.ts';

/**
 * The numbers of a tensor where they lie in the memory of the wasm backend, which must be the current
 * one: a view, good until something else is computed. Reading or setting them by way of TensorFlow.js
 * would allocate as much anew each time.
 */
export function numbersOf(tensor: Tensor): Float32Array {
  const wasm = backend() as unknown as WasmBackend;
  return new Float32Array(memoryOf(wasm).buffer, addressOf(wasm, tensor), tensor.size);
}
