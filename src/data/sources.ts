import type { Dataset } from './dataset.ts';

/** Which samples a run is trained on and judged by, as it is told to the worker that trains. */
export type DataReference =
  | { readonly source: 'digits' }
  /** The reader's own: handed over once, and known by its id from then on. */
  | { readonly source: 'own'; readonly id: string; readonly data?: Dataset }
  /** Drawn faces: the training people, and those by whom a threshold is chosen. */
  | { readonly source: 'faces' };

/** What is trained on, as the page needs to know it. */
export interface DataSource {
  readonly reference: DataReference;
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

/** Loads what a reference names, and tells how far a download is. Rejects with a sentence. */
export type LoadData = (
  reference: DataReference,
  onProgress: (progress: { receivedBytes: number; totalBytes?: number }) => void,
) => Promise<Dataset>;

/** Whether samples are images, or vectors of one row. */
export const isImages = ({ height }: Pick<DataSource, 'height'>): boolean => height > 1;
