import type { Bound } from './call.ts';

/** Buffers on a device, freed together. */
export class Buffers {
  readonly #device: GPUDevice;
  readonly #all: GPUBuffer[] = [];

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** Zeros. */
  floats(count: number): Bound {
    return { buffer: this.#create(4 * count), type: 'f32' };
  }

  /** Zeros. */
  words(count: number): Bound {
    return { buffer: this.#create(4 * count), type: 'u32' };
  }

  /** Zeros: so many slots of so many words, each where a slot may begin. */
  slots(count: number, words: number): Required<Bound> {
    const { minStorageBufferOffsetAlignment: alignment } = this.#device.limits;
    const slot = alignment * Math.ceil((4 * words) / alignment);
    return { buffer: this.#create(count * slot), type: 'u32', slot };
  }

  /** Floats as they are, or bytes four to a word, the first in the lowest place. */
  holding(values: Float32Array | Uint8Array): Bound {
    const bytes = 4 * Math.ceil(values.byteLength / 4);
    const padded = new Uint8Array(bytes);
    padded.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    const buffer = this.#create(bytes);
    this.#device.queue.writeBuffer(buffer, 0, padded);
    return { buffer, type: values instanceof Uint8Array ? 'u32' : 'f32' };
  }

  /** What a script may read, once the device has copied it there. */
  readable(size: number): GPUBuffer {
    return this.#keep({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  }

  destroy(): void {
    for (const buffer of this.#all) buffer.destroy();
  }

  #create(size: number): GPUBuffer {
    const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
    return this.#keep({ size, usage: STORAGE | COPY_SRC | COPY_DST });
  }

  #keep(made: GPUBufferDescriptor): GPUBuffer {
    const buffer = this.#device.createBuffer(made);
    this.#all.push(buffer);
    return buffer;
  }
}

/**
 * Makes what needs buffers, and has them beside it. Rejects when no memory was left, or something was not
 * valid: the buffers are freed then.
 */
export async function withBuffers<T>(device: GPUDevice, make: (buffers: Buffers) => T) {
  const buffers = new Buffers(device);
  try {
    return { buffers, made: await checked(device, () => make(buffers)) };
  } catch (error) {
    buffers.destroy();
    throw error;
  }
}

/** Rejects when no memory was left for what is created meanwhile, or it was not valid. */
async function checked<T>(device: GPUDevice, create: () => T) {
  device.pushErrorScope('validation');
  device.pushErrorScope('out-of-memory');
  // What is thrown is told once both scopes are closed again.
  const creating = new Promise<T>((resolve) => resolve(create()));
  creating.catch(() => undefined);
  const errors = await Promise.all([device.popErrorScope(), device.popErrorScope()]);
  const error = errors.find((each) => each !== null);
  if (error) throw new Error(error.message || 'the graphics card has no memory left');
  return creating;
}
