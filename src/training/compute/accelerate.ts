import type { LoadKernels } from '#kernels/instance.ts';
import { registerKernels } from '#kernels/registerKernels.ts';
import { reasonOf } from '../reasonOf.ts';
import type { Acceleration } from './backends.ts';

/** Puts our kernels on the current wasm backend where that can be, and says why where it cannot. */
export async function accelerate(load: LoadKernels): Promise<Acceleration> {
  try {
    return { kernels: await registerKernels(load) };
  } catch (error) {
    return { kernels: undefined, reason: reasonOf(error) };
  }
}
