import type { Parameters } from '#metric/parameter.ts';
import type { Random } from '#metric/random.ts';
import type { Choice } from '#metric/registry.ts';
import type { ImageSize } from './imageSize.ts';
import type { Warp } from './warp.ts';

/** What is done to an image, one after the other, as drawn at random. */
export interface Change {
  readonly warp?: Warp;
  /** The first row and the first column of the square that becomes paper. */
  readonly erased?: readonly [top: number, left: number];
  /** Where among the numbers that are kept that of the first pixel is. */
  readonly noise?: number;
}

/** What all changes of an augmentation have in common: missing is what it never does. */
export interface Changes {
  readonly warps?: boolean;
  /** How large the square is that becomes paper. */
  readonly erases?: ImageSize;
  /** What is added to pixels, in turn; as many numbers as a power of two. */
  readonly noise?: Float32Array;
}

/** An augmentation of images of one size. */
export interface Augmentation extends Changes {
  /** What is to be done to the next image. */
  draw(random: Random): Change;
  /** Does it in place to the image that begins there. */
  apply(images: Float32Array, start: number, change: Change): void;
}

/** An augmentation with values of its parameters. */
export interface AugmentationEntry<Values = unknown> extends Choice {
  readonly parameters: Parameters;
  /** Whether vectors have nothing that it could change. */
  readonly needsImages: boolean;
  create(size: ImageSize, values: Values): Augmentation;
  /** How it reads in PyTorch: what has to be defined, and how it is applied. */
  pytorch(values: Values): { readonly definition: string; apply(images: string): string };
}
