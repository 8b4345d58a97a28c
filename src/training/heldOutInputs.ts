import { getBackend } from '@tensorflow/tfjs-core';
import type { Samples } from '#data/dataset.ts';
import type { KeptImages } from './card/keptImages.ts';
import { gather } from './inputs.ts';
import { type Inputs, inputsIn } from './network/embedInputs.ts';

/** The held-out samples as a network is given them, on the current backend. */
export class HeldOutInputs {
  readonly #samples: Samples;
  /** All of them, once they are asked for: making them takes as long as several steps. */
  #all: Float32Array | undefined;
  #kept: Promise<KeptImages> | undefined;

  constructor(samples: Samples) {
    this.#samples = samples;
  }

  /** So many from a row on. */
  async range(from: number, count: number): Promise<Inputs> {
    const kept = await this.#onCard();
    if (kept) return kept.inputs(Int32Array.from({ length: count }, (_, at) => from + at));
    const { images, labels } = this.#samples;
    const size = images.length / labels.length;
    this.#all ??= gather(this.#samples);
    return inputsIn(this.#all.subarray(from * size, (from + count) * size), count);
  }

  /** Those of some rows, in their order. */
  async some(rows: Int32Array): Promise<Inputs> {
    const kept = await this.#onCard();
    return kept ? kept.inputs(rows) : inputsIn(gather(this.#samples, rows), rows.length);
  }

  dispose(): void {
    this.#kept?.then(
      (kept) => kept.dispose(),
      () => undefined,
    );
  }

  async #onCard(): Promise<KeptImages | undefined> {
    if (getBackend() !== 'webgpu') return undefined;
    // Fetched where it is of use.
    const { KeptImages } = await import('./card/keptImages.ts');
    this.#kept ??= KeptImages.create(this.#samples);
    return this.#kept;
  }
}
