import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { backend, env, setBackend } from '@tensorflow/tfjs-core';
import relaxedKernels from '#kernels/built/relaxed-simd.wasm?url';
import plainKernels from '#kernels/built/simd.wasm?url';
import type { KernelLevel } from '#kernels/relaxedSimd.ts';
import { accelerate } from './accelerate.ts';
import type { Acceleration, Backend, BackendName } from './backends.ts';
import { webglHardware, webgpuHardware } from './graphicsHardware.ts';

async function use(name: BackendName): Promise<void> {
  if (!(await setBackend(name))) throw new Error(`the ${name} backend does not start here`);
}

async function loadKernels(level: KernelLevel): Promise<ArrayBuffer> {
  const response = await fetch(level === 'simd' ? plainKernels : relaxedKernels);
  if (!response.ok) throw new Error(`the kernels do not load: ${response.status}`);
  return response.arrayBuffer();
}

let acceleration: Acceleration | undefined;

const wasm: Backend = {
  name: 'wasm',
  get acceleration() {
    return acceleration;
  },
  async start() {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    // The threaded build hangs when bundled and is no faster for networks of this size: it is
    // switched off, yet wants an address.
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plainWasm,
      'tfjs-backend-wasm-simd.wasm': simdWasm,
      'tfjs-backend-wasm-threaded-simd.wasm': simdWasm,
    });
    await use('wasm');
    acceleration = await accelerate(loadKernels);
  },
  isLost: () => false,
};

let webgpuIsLost = false;

const webgpu: Backend = {
  name: 'webgpu',
  hardware: webgpuHardware,
  async start() {
    if (!('gpu' in navigator)) throw new Error('this browser has no WebGPU');
    await import('@tensorflow/tfjs-backend-webgpu');
    await use('webgpu');
    const { device } = backend() as { device?: { lost: Promise<unknown> } };
    webgpuIsLost = false;
    void device?.lost.then(() => {
      webgpuIsLost = true;
    });
  },
  isLost: () => webgpuIsLost,
};

const webgl: Backend = {
  name: 'webgl',
  hardware: webglHardware,
  async start() {
    await import('@tensorflow/tfjs-backend-webgl');
    await use('webgl');
  },
  isLost() {
    const { gpgpu } = backend() as { gpgpu?: { gl?: WebGLRenderingContext } };
    return gpgpu?.gl?.isContextLost() ?? false;
  },
};

const cpu: Backend = {
  name: 'cpu',
  async start() {
    await import('@tensorflow/tfjs-backend-cpu');
    await use('cpu');
  },
  isLost: () => false,
};

/** Each backend is its own download, fetched when its turn comes. */
export const browserBackends: readonly Backend[] = [wasm, webgpu, webgl, cpu];
