import type { Parameters } from '#metric/parameter.ts';
import type { Random } from '#metric/random.ts';
import type { Choice } from '#metric/registry.ts';

export interface ImageSize {
  readonly height: number;
  readonly width: number;
}

/** Changes inputs in place, image after image. */
export type Augmentation = (inputs: Float32Array, random: Random) => void;

/** An augmentation with values of its parameters. */
export interface AugmentationEntry<Values = unknown> extends Choice {
  readonly parameters: Parameters;
  /** Whether vectors have nothing that it could change. */
  readonly needsImages: boolean;
  create(size: ImageSize, values: Values): Augmentation;
  /** How it reads in PyTorch: what has to be defined, and how it is applied. */
  pytorch(values: Values): { readonly definition: string; apply(images: string): string };
}
