import { readFile } from 'node:fs/promises';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { env, setBackend } from '@tensorflow/tfjs-core';
import { registerKernels } from '#kernels/registerKernels.ts';
import type { KernelLevel } from '#kernels/relaxedSimd.ts';
import type { BackendName } from '#training/compute/backends.ts';

export const readKernels = (level: KernelLevel): Promise<Buffer<ArrayBuffer>> =>
  readFile(new URL(`../../src/kernels/built/${level}.wasm`, import.meta.url));

/**
 * Makes a TensorFlow.js backend current in Node, where the trainer serves tests and scripts. Our
 * kernels stay on the wasm backend once they are there.
 */
export async function useNodeBackend(
  name: Extract<BackendName, 'wasm' | 'cpu'>,
  { accelerated = false } = {},
): Promise<void> {
  // As in the browser, so that both train alike.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await setBackend(name))) throw new Error(`the ${name} backend does not start in Node`);
  if (accelerated) await registerKernels(readKernels);
}
