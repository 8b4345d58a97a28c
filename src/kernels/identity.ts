import type { Kernel } from './kernel.ts';

/**
 * Another name for the same numbers, as on the other backends; wasm's own copies them, which the
 * tape would have it do with all that it saves, each weight in each step.
 */
const identity: Kernel = {
  name: 'Identity',
  compute({ x }, _, { backend }) {
    if (!x) return undefined;
    backend.incRef(x.dataId);
    return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
  },
};

export const identityKernels: readonly Kernel[] = [identity];
