import { backend, getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { activationKernels } from './activation.ts';
import { createScratch, memoryOf, type WasmBackend } from './backendMemory.ts';
import { convolutionKernels } from './convolution.ts';
import { instantiateKernels, type LoadKernels } from './instance.ts';
import { kernelConfig } from './kernel.ts';
import { matMulKernels } from './matMul.ts';
import { poolingKernels } from './pooling.ts';
import type { KernelLevel } from './relaxedSimd.ts';
import { updateKernels } from './updates.ts';

const KERNELS = [
  ...matMulKernels,
  ...activationKernels,
  ...convolutionKernels,
  ...poolingKernels,
  ...updateKernels,
];

const registered = new WeakMap<WasmBackend, KernelLevel>();

/**
 * Puts our kernels in the place of those of the wasm backend, which must be the current one, and
 * says which build of them. What ours leave out is still done by the backend's own. Throws when
 * something that they need is missing, and then has changed nothing.
 */
export async function registerKernels(load: LoadKernels): Promise<KernelLevel> {
  const wasm = backend() as unknown as WasmBackend;
  const known = registered.get(wasm);
  if (known) return known;
  const { level, kernels } = await instantiateKernels(load, memoryOf(wasm));
  const surroundings = { backend: wasm, kernels, scratch: createScratch(wasm) };
  for (const kernel of KERNELS) {
    const stock = getKernel(kernel.name, 'wasm');
    if (stock) unregisterKernel(kernel.name, 'wasm');
    registerKernel(kernelConfig(kernel, stock, surroundings));
  }
  registered.set(wasm, level);
  return level;
}
