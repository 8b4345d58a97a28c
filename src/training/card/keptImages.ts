import { backend, type Tensor3D, tensor } from '@tensorflow/tfjs-core';
import type { Samples } from '#data/dataset.ts';
import { flush, type WebgpuBackend } from '#kernels/webgpu/backend.ts';
import { type Buffers, withBuffers } from '#kernels/webgpu/buffers.ts';
import { type Bound, encodeCalls, type PreparedCall, prepareCalls } from '#kernels/webgpu/call.ts';
import { chosenImagesCall } from '#kernels/webgpu/chosenImages.ts';
import { type Inputs, MOST_INPUTS } from '../network/embedInputs.ts';

interface Parts {
  readonly buffers: Buffers;
  readonly chosen: Bound;
  readonly inputs: Bound;
  readonly expand: PreparedCall;
}

/** Images that the graphics card has kept as bytes, so that a look at them takes nothing there but their rows. */
export class KeptImages {
  readonly #gpu: WebgpuBackend;
  readonly #size: number;
  readonly #parts: Parts;

  private constructor(gpu: WebgpuBackend, size: number, parts: Parts) {
    this.#gpu = gpu;
    this.#size = size;
    this.#parts = parts;
  }

  /** Brings them there, on the current backend. Rejects when the card has no memory left for them. */
  static async create({ images, labels }: Samples): Promise<KeptImages> {
    const gpu = backend() as WebgpuBackend;
    const size = images.length / labels.length;
    const { buffers, made } = await withBuffers(gpu.device, async (kept) => {
      const chosen = kept.words(MOST_INPUTS);
      const inputs = kept.floats(MOST_INPUTS * size);
      const call = chosenImagesCall(
        { images: kept.holding(images), chosen, inputs },
        { rows: MOST_INPUTS, size },
      );
      const [expand] = await prepareCalls(gpu.device, [call]);
      return { chosen, inputs, expand: expand! };
    });
    return new KeptImages(gpu, size, { buffers, ...made });
  }

  /** Rows as inputs of a network, which are to be computed with before the next ones are asked for. */
  inputs(rows: Int32Array): Inputs {
    return (first, count) => this.#expand(rows.slice(first, first + count));
  }

  dispose(): void {
    this.#parts.buffers.destroy();
  }

  #expand(rows: Int32Array<ArrayBuffer>): Tensor3D {
    const { chosen, inputs, expand } = this.#parts;
    const { device } = this.#gpu;
    // What still waits to be computed may read the inputs of before.
    flush(this.#gpu);
    device.queue.writeBuffer(chosen.buffer, 0, rows);
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    encodeCalls(pass, [{ ...expand, groups: [expand.groups[0], rows.length] }], 0);
    pass.end();
    device.queue.submit([encoder.finish()]);
    return tensor({ buffer: inputs.buffer, zeroCopy: true }, [1, rows.length, this.#size]);
  }
}
