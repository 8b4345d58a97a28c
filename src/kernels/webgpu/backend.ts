import type { KernelBackend, TensorInfo } from '@tensorflow/tfjs-core';

/** What we use of TensorFlow.js' WebGPU backend, whose tensors lie in buffers of its device. */
export interface WebgpuBackend extends KernelBackend {
  readonly device: GPUDevice;
  readonly tensorMap: {
    get(dataId: object): { resource?: GPUBuffer | null; values: unknown };
  };
  uploadToGPU(dataId: object): void;
  endComputePassEncoder(): void;
  submitQueue(): void;
  ensureCommandEncoderReady(): void;
}

/** Where a tensor's numbers lie. What is written there, the tensor has: no copy of it is kept. */
export function bufferOf(backend: WebgpuBackend, { dataId }: TensorInfo): GPUBuffer {
  backend.uploadToGPU(dataId);
  const data = backend.tensorMap.get(dataId);
  if (!(data.resource instanceof GPUBuffer))
    throw new Error('this version of the webgpu backend does not show its buffers');
  data.values = null;
  return data.resource;
}

/** Hands the device what the backend still holds back, so that what follows comes after it. */
export function flush(backend: WebgpuBackend): void {
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.submitQueue();
}
