import type { Dataset } from '../dataset.ts';

/** What samples are, as the page needs to know it. */
export interface Described {
  /** Of one sample. A vector of n numbers is 1 × n. */
  readonly height: number;
  readonly width: number;
  /** Names of the classes, by label. */
  readonly classes: readonly string[];
  /** What they are, for the reader. */
  readonly title: string;
  /** Whether they are images of digits, among which a drawn digit belongs. */
  readonly isDigits: boolean;
}

export interface Loading {
  /** Tells how far a download is. */
  onProgress(progress: { receivedBytes: number; totalBytes?: number }): void;
  /** Awaited between slices of a long computation, so that others have their turn. */
  rest(): Promise<void>;
}

/** A data set that comes with the page. */
export interface SourceEntry extends Described {
  /** As links, settings files and the worker that trains spell it. */
  readonly reference: { readonly source: string };
  /** Where they come from and what is alike in a class, in a sentence or two. */
  readonly about: string;
  /** Why the lab does not offer them, in a sentence; missing where it does. */
  readonly elsewhere?: string;
  /**
   * Called in the worker that trains, once. The page knows the entry too, so that what loading takes
   * is imported in here. Rejects with a sentence.
   */
  load(loading: Loading): Promise<Dataset>;
}
