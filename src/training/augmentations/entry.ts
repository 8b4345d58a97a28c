import type { Random } from '#metric/random.ts';
import type { Choice } from '#metric/registry.ts';

export interface ImageSize {
  readonly height: number;
  readonly width: number;
}

/** Changes inputs in place, image after image. */
export type Augmentation = (inputs: Float32Array, random: Random) => void;

export interface AugmentationEntry extends Choice {
  /** Whether vectors have nothing that it could change. */
  readonly needsImages: boolean;
  create(size: ImageSize): Augmentation;
  /** How it reads in PyTorch: what has to be defined, and how it is applied. */
  readonly pytorch: { readonly definition: string; apply(images: string): string };
}
