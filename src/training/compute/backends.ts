import type { KernelLevel } from '#kernels/relaxedSimd.ts';

/** In the order of trying where nothing has been measured. */
export const BACKEND_NAMES = ['wasm', 'webgpu', 'webgl', 'cpu'] as const;
export type BackendName = (typeof BACKEND_NAMES)[number];

/** Whether our own kernels compute on a backend that they exist for, or why they do not. */
export type Acceleration =
  | {
      readonly kernels: KernelLevel;
      /** How many workers take a part of each batch, where that is more than one. */
      readonly workers?: number;
    }
  | { readonly kernels: undefined; readonly reason: string };

/** Where a backend would compute: on a processor of its own, or on the main one in disguise. */
export type Hardware = 'graphics' | 'software' | 'none';

export interface Backend {
  readonly name: BackendName;
  /** Makes it the current TensorFlow.js backend, or throws. */
  start(): Promise<void>;
  /** Whether it has stopped computing without an error, as a GPU may. */
  isLost(): boolean;
  /** For a backend on the graphics processor: what there is of one. Downloads nothing. */
  hardware?(): Promise<Hardware>;
  /** Known once it has started, and only where there are kernels for it. */
  readonly acceleration?: Acceleration | undefined;
}
