import type {
  KernelConfig,
  NamedAttrMap,
  NamedTensorInfoMap,
  TensorInfo,
} from '@tensorflow/tfjs-core';
import type { WasmBackend } from './backendMemory.ts';
import type { KernelExports } from './instance.ts';

/** What a kernel works with. */
export interface KernelContext {
  readonly backend: WasmBackend;
  readonly kernels: KernelExports;
  /** The address of that many bytes, until the next call. */
  readonly scratch: (bytes: number) => number;
}

/**
 * One kernel: computes its outputs, or undefined for what it leaves to the backend's own kernel of
 * that name.
 */
export interface Kernel {
  readonly name: string;
  compute(
    inputs: NamedTensorInfoMap,
    attributes: NamedAttrMap,
    context: KernelContext,
  ): TensorInfo | TensorInfo[] | undefined;
}

/** As TensorFlow.js registers it, with the backend's own kernel for what ours leaves to it. */
export function kernelConfig(
  { name, compute }: Kernel,
  stock: KernelConfig | undefined,
  context: KernelContext,
): KernelConfig {
  return {
    kernelName: name,
    backendName: 'wasm',
    kernelFunc(params) {
      const attributes = (params.attrs ?? {}) as NamedAttrMap;
      const outputs = compute(params.inputs, attributes, context);
      if (outputs) return outputs;
      if (stock) return stock.kernelFunc(params);
      throw new Error(`${name} does not do what was asked of it: ${JSON.stringify(attributes)}`);
    },
  };
}

/** Whether all are there and made of float32, the only numbers that the kernels know. */
export const areFloats = (...tensors: (TensorInfo | undefined)[]): boolean =>
  tensors.every((tensor) => tensor?.dtype === 'float32');
