import { FACE_SIDE } from '#data/faces/faceSide.ts';
import type { Workshop } from '../service/workshop.ts';
import { gather } from '../inputs.ts';
import { createEmbedder, createUntrainedEmbedder, type Embedder } from '../network/embedder.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import { FACE_CHOICES, faceConfig } from './faceConfig.ts';
import type { Snapshot } from './snapshotFormat.ts';

/** What stands for a picture: its pixels, or what a network makes of them. */
export type FaceSource = 'raw' | 'untrained' | 'pretrained' | 'trained';

export interface Embedded {
  /** Row-major, `dims` numbers a picture. */
  readonly values: Float32Array;
  readonly rows: number;
  readonly dims: number;
}

const UNTRAINED_SEED = 1;

/** Pixels, scaled so that a distance is the root mean square difference of two grey values. */
function rawPixels(images: Uint8Array, size: number): Embedded {
  const rows = images.length / size;
  const values = gather({ images, labels: new Uint8Array(rows) });
  return { values: values.map((value) => value / Math.sqrt(size)), rows, dims: size };
}

async function embedWith(embedder: Embedder, images: Uint8Array): Promise<Embedded> {
  const values = await embedder.embed(images);
  return { values, rows: values.length / embedder.dims, dims: embedder.dims };
}

/** The networks that embed faces, each brought to the backend when it is first asked for. */
export class FaceSources {
  readonly #workshop: Workshop;
  readonly #loadSnapshot: () => Promise<Snapshot>;
  #untrained: Embedder | undefined;
  #pretrained: Embedder | undefined;
  #trained: Embedder | undefined;

  constructor(workshop: Workshop, loadSnapshot: () => Promise<Snapshot>) {
    this.#workshop = workshop;
    this.#loadSnapshot = loadSnapshot;
  }

  /** Where pictures lie under a source. Rejects with a sentence. */
  embed(images: Uint8Array, source: FaceSource): Promise<Embedded> {
    if (source === 'raw') return Promise.resolve(rawPixels(images, FACE_SIDE ** 2));
    return this.#workshop.turns.take(async () => embedWith(await this.#embedderOf(source), images));
  }

  /** Where images lie under a network that is not kept. */
  embedOnce(saved: SavedNetwork, images: Uint8Array): Promise<Embedded> {
    return this.#workshop.turns.take(async () => {
      await this.#workshop.processor.useAny();
      const embedder = createEmbedder(saved, true);
      try {
        return await embedWith(embedder, images);
      } finally {
        embedder.dispose();
      }
    });
  }

  /** The source "trained" from now on. */
  adopt(saved: SavedNetwork): Promise<void> {
    return this.#workshop.turns.take(async () => {
      await this.#workshop.processor.useAny();
      this.#trained?.dispose();
      this.#trained = createEmbedder(saved, true);
    });
  }

  async #embedderOf(source: Exclude<FaceSource, 'raw'>): Promise<Embedder> {
    await this.#workshop.processor.useAny();
    if (source === 'pretrained') {
      this.#pretrained ??= createEmbedder((await this.#loadSnapshot()).saved, true);
      return this.#pretrained;
    }
    if (source === 'trained') {
      if (!this.#trained) throw new Error('No network has been trained here yet.');
      return this.#trained;
    }
    const { network, dims, normalise } = faceConfig(FACE_CHOICES);
    const shape = { height: FACE_SIDE, width: FACE_SIDE, dims };
    this.#untrained ??= createUntrainedEmbedder(network, shape, {
      seed: UNTRAINED_SEED,
      normalise,
    });
    return this.#untrained;
  }
}
