import type { TablePreview } from './tablePreview.ts';

/** Numbers as the file had them: bytes stay bytes, and nothing is rounded on the way. */
export type VectorValues = Uint8Array | Float32Array | Float64Array;

/** A reader's own data: one vector and one class per sample. */
export interface LabelledVectors {
  /** Vector after vector, each of as many numbers as `shape` multiplies to. */
  readonly values: VectorValues;
  /** Of one sample: [height, width] of an image, or [numbers] of a plain vector. */
  readonly shape: readonly number[];
  /** Of each sample, the place of its class in `classes`. */
  readonly labels: Int32Array;
  /** Names of the classes, in natural order: 2 before 10. */
  readonly classes: readonly string[];
  /** What the files were taken for, in sentences. */
  readonly notes: readonly string[];
  /** How the table begins that they are from, if they are from one. */
  readonly table?: TablePreview;
}

/** What stays responsive on a phone, and what a page may hold in memory. */
export const MOST_SAMPLES = 20_000;
const MOST_NUMBERS = 4096;

/** Why a file cannot be used: where in it, what was found, and what would be right. */
export class DataError extends Error {
  override readonly name = 'DataError';
  /** How the table begins that cannot be used as it was taken. */
  readonly table: TablePreview | undefined;

  constructor(message: string, table?: TablePreview) {
    super(message);
    this.table = table;
  }
}

export const count = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Throws unless samples of this shape can be taken in. */
export function checkSize(shape: readonly number[], source: string): void {
  const numbers = count(shape);
  if (numbers === 0) throw new DataError(`${source} has samples without any numbers`);
  if (numbers > MOST_NUMBERS)
    throw new DataError(
      `${source} has ${numbers} numbers a sample; at most ${MOST_NUMBERS} can be used`,
    );
}

/** Puts vectors and the names of their classes together. Throws when they do not match. */
export function labelVectors(
  vectors: { readonly values: VectorValues; readonly shape: readonly number[] },
  names: readonly string[],
): LabelledVectors {
  const samples = vectors.values.length / count(vectors.shape);
  if (samples === 0) throw new DataError('there are no samples');
  if (names.length !== samples)
    throw new DataError(`there are ${samples} vectors but ${names.length} labels`);
  const natural = new Intl.Collator('en', { numeric: true }).compare;
  // Names that the collation takes for equal ("1", "01") still need one order.
  const classes = [...new Set(names)].sort((a, b) => natural(a, b) || (a < b ? -1 : 1));
  const places = new Map(classes.map((name, place) => [name, place]));
  return {
    ...vectors,
    labels: Int32Array.from(names, (name) => places.get(name)!),
    classes,
    notes: [],
  };
}
