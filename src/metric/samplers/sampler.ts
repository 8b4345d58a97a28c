import type { Random } from '../random.ts';
import type { Choice } from '../registry.ts';

/** The rows of a batch, one after another. */
interface DrawnBatch {
  /** Which sample each row shows; of a sample that comes in several views there are as many rows. */
  readonly places: Int32Array;
  /** Rows of one number are positives of one another: by class, or views of one sample. */
  readonly groups: Int32Array;
}

export interface SamplerOptions {
  /** Of the samples, each by its place. */
  readonly labels: ArrayLike<number>;
  /** Groups in a batch. */
  readonly p: number;
  /** Rows of each. */
  readonly k: number;
  readonly random: Random;
}

/** How many there are to draw from. */
interface Stock {
  readonly classes: number;
  readonly samples: number;
}

/** What drawing batches takes. */
export interface SamplerRule {
  /** Draws one batch after another, p · k rows each. Throws on options that leave nothing to draw. */
  create(options: SamplerOptions): () => DrawnBatch;
  /** Why it cannot draw batches of this size from so many, in a sentence; undefined where it can. */
  refuses(size: Pick<SamplerOptions, 'p'>, stock: Stock): string | undefined;
}

/** A sampler that can be chosen. */
export interface SamplerEntry extends SamplerRule, Choice {
  /** Whether rows of one group are of one class. Otherwise labels play no part, and cannot be asked for. */
  readonly groupsAreClasses: boolean;
  /** What its groups and their rows are, in a few words each: "classes in a batch", "images of each". */
  readonly counts: { readonly p: string; readonly k: string };
  /** Settings that suit it, its counts among them: the choice of the sampler brings them. */
  readonly usual: { readonly p: number; readonly k: number } & Readonly<
    Record<string, string | number>
  >;
  /** How many rows a batch has and what there is among them, in a sentence. */
  told(size: { readonly p: number; readonly k: number }): string;
  /** How it reads in PyTorch: lines that define `batches`, and the groups of a `batch` of them. */
  readonly pytorch: { readonly batches: string; readonly groups: string };
}
