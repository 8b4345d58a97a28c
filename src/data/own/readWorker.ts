import { expose, transfer } from 'comlink';
import { DataError } from './labelledVectors.ts';
import { readOwnData } from './readOwnData.ts';
import { type SplitData, splitHeldOut } from './splitHeldOut.ts';
import type { LayoutChoice } from './table/layout.ts';
import type { TablePreview } from './tablePreview.ts';

/** A reader's own data, read and split. */
export interface ReadData {
  readonly split: SplitData;
  /** Names of the classes, by label. */
  readonly classes: readonly string[];
  /** What the files were taken for, in sentences. */
  readonly notes: readonly string[];
}

/** What came of files: data, or why they cannot be used; and how their table begins, if it is one. */
export interface Reading {
  readonly data?: ReadData;
  /** A sentence. */
  readonly problem?: string;
  readonly table?: TablePreview;
}

const buffersOf = ({ training, heldOut }: SplitData): ArrayBuffer[] =>
  [training, heldOut].flatMap(({ images, labels }) => [
    images.buffer as ArrayBuffer,
    labels.buffer as ArrayBuffer,
  ]);

const offered = {
  /** Reads files whose table is what `choice` says, as far as it says it. */
  async read(files: readonly File[], choice: LayoutChoice): Promise<Reading> {
    let table: TablePreview | undefined;
    try {
      const vectors = await readOwnData(files, choice);
      const { classes, notes } = vectors;
      table = vectors.table;
      const split = splitHeldOut(vectors);
      return transfer(
        { data: { split, classes, notes }, ...(table && { table }) },
        buffersOf(split),
      );
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      table = error.table ?? table;
      return { problem: error.message, ...(table && { table }) };
    }
  },
};
export type Offered = typeof offered;

expose(offered);
