import type { backend_util } from '@tensorflow/tfjs-core';
import type { WasmBackend } from './backendMemory.ts';

type Sliding = Pick<
  backend_util.Conv2DInfo,
  | 'batchSize'
  | 'inHeight'
  | 'inWidth'
  | 'inChannels'
  | 'filterHeight'
  | 'filterWidth'
  | 'strideHeight'
  | 'strideWidth'
  | 'padInfo'
  | 'outHeight'
  | 'outWidth'
>;

/** The bytes of class Sliding in assembly/window.ts. */
export const SLIDING_BYTES = 44;

/** Writes how a window slides where the kernels read it, in the order of class Sliding. */
export function writeSliding({ wasm }: WasmBackend, address: number, sliding: Sliding): void {
  new Int32Array(wasm.HEAPU8.buffer, address, SLIDING_BYTES / 4).set([
    sliding.inHeight,
    sliding.inWidth,
    sliding.inChannels,
    sliding.filterHeight,
    sliding.filterWidth,
    sliding.strideHeight,
    sliding.strideWidth,
    sliding.padInfo.top,
    sliding.padInfo.left,
    sliding.outHeight,
    sliding.outWidth,
  ]);
}

/** How many places the window has on all images together. */
export const outputPixels = ({ batchSize, outHeight, outWidth }: Sliding): number =>
  batchSize * outHeight * outWidth;
