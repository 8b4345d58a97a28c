import { expose, transfer } from 'comlink';
import { readOwnData } from './readOwnData.ts';
import { type SplitData, splitHeldOut } from './splitHeldOut.ts';

/** A reader's own data, read and split. */
export interface ReadData {
  readonly split: SplitData;
  /** Names of the classes, by label. */
  readonly classes: readonly string[];
}

const buffersOf = ({ training, heldOut }: SplitData): ArrayBuffer[] =>
  [training, heldOut].flatMap(({ images, labels }) => [
    images.buffer as ArrayBuffer,
    labels.buffer as ArrayBuffer,
  ]);

const offered = {
  /** Rejects with why the files cannot be used, in a sentence. */
  async read(files: readonly File[]): Promise<ReadData> {
    const vectors = await readOwnData(files);
    const split = splitHeldOut(vectors);
    return transfer({ split, classes: vectors.classes }, buffersOf(split));
  },
};
export type Offered = typeof offered;

expose(offered);
