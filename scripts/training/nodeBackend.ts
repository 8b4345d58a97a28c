import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { env, setBackend } from '@tensorflow/tfjs-core';
import type { BackendName } from '../../src/training/backends.ts';

/** Makes a TensorFlow.js backend current in Node, where the trainer serves tests and scripts. */
export async function useNodeBackend(name: Exclude<BackendName, 'webgl'>): Promise<void> {
  // As in the browser, so that both train alike.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await setBackend(name))) throw new Error(`the ${name} backend does not start in Node`);
}
