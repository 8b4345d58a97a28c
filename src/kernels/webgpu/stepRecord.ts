/** What one step is to do, as the kernels read it: words, floats by their bits. */
export interface StepOrder {
  readonly learningRate: number;
  readonly momentum: number;
  /** 1 - beta^t of each of Adam's moments: of the network, then of what the loss learns. */
  readonly corrections: readonly number[];
  /** The loss's own numbers, at most four, in the order in which its kernel asks for them. */
  readonly values: readonly number[];
  /** Rows of the training images, one each row of the batch. */
  readonly images: ArrayLike<number>;
  /** The class of each row, from 0. */
  readonly classOf: ArrayLike<number>;
  /** The rows of each class. */
  readonly members: readonly ArrayLike<number>[];
  /** Of each row as an anchor its positive and its negative; the number of rows for none. */
  readonly picks?: ArrayLike<number>;
  /** What is done to the image of each row, where something is. */
  readonly changes?: readonly ImageChange[];
}

/** See CHANGE_WORDS: each part where it is done. */
export interface ImageChange {
  /** See src/training/card/mapBack.ts. */
  readonly mapBack: readonly number[];
  readonly erased: readonly [top: number, left: number];
  readonly noise: number;
}

const HEADER = 10;

/** Of what is done to an image: a map back of six numbers, a corner of two, a place among the noise. */
export const CHANGE_WORDS = 9;

/** Words of the record of a step on so many rows. */
export const recordWords = (rows: number, hasChanges = false): number =>
  HEADER + (7 + (hasChanges ? CHANGE_WORDS : 0)) * rows;

/** The names by which kernels know the places of a record, which is bound as `step`. */
export const recordPlaces = (rows: number): string => `
const LEARNING_RATE = 0u;
const MOMENTUM = 1u;
/** Of the loss's own numbers. */
const VALUES = 2u;
const CORRECTIONS = 6u;
/** Of each row: its image, its class, and where the rows of its class stand in the list. */
const IMAGE = ${HEADER}u;
const CLASS = ${HEADER + rows}u;
const FROM = ${HEADER + 2 * rows}u;
const TO = ${HEADER + 3 * rows}u;
const LIST = ${HEADER + 4 * rows}u;
/** Of each row as an anchor: its positive and its negative. */
const PICK = ${HEADER + 5 * rows}u;
/** Of each row: what is done to its image. */
const CHANGE = ${HEADER + 7 * rows}u;
fn told(place: u32) -> f32 { return bitcast<f32>(step[place]); }`;

/** Writes a record to the beginning of `into`. */
export function writeRecord(into: ArrayBuffer, offset: number, order: StepOrder): void {
  const {
    learningRate,
    momentum,
    corrections,
    values,
    images,
    classOf,
    members,
    picks = [],
    changes = [],
  } = order;
  const rows = images.length;
  const header = new Float32Array(into, offset, HEADER);
  header.set([learningRate, momentum, ...values]);
  header.set(corrections, 6);
  const words = new Uint32Array(into, offset, recordWords(rows, changes.length > 0));
  words.set(images, HEADER);
  words.set(classOf, HEADER + rows);
  words.set(picks, HEADER + 5 * rows);
  changes.forEach(({ mapBack, erased, noise }, row) => {
    const at = HEADER + 7 * rows + CHANGE_WORDS * row;
    new Float32Array(into, offset + 4 * at).set(mapBack);
    words.set([...erased, noise], at + 6);
  });
  let first = 0;
  for (const rowsOfClass of members) {
    for (let k = 0; k < rowsOfClass.length; k++) {
      const row = rowsOfClass[k]!;
      words[HEADER + 2 * rows + row] = first;
      words[HEADER + 3 * rows + row] = first + rowsOfClass.length;
      words[HEADER + 4 * rows + first + k] = row;
    }
    first += rowsOfClass.length;
  }
}

/** What a step tells: words, floats by their bits. */
export interface StepReport {
  /** NaN where the embeddings had blown up. */
  readonly loss: number;
  readonly selected: number;
  readonly active: number;
  /** Whether the numbers have blown up, in this step or one before it: nothing was updated. */
  readonly halted: boolean;
  /** Row-major, before the update: as the network gave them, and the loss's gradient there. */
  readonly embeddings: Float32Array;
  readonly gradient: Float32Array;
  /** What the loss learns besides, before its update. */
  readonly learned: Float32Array;
}

export const REPORT_HEADER = 4;

/** How many numbers a batch's embeddings have in all, and what the loss learns besides. */
export interface ReportShape {
  readonly values: number;
  readonly learned: number;
}

/** Words of a report. */
export const reportWords = ({ values, learned }: ReportShape): number =>
  REPORT_HEADER + 2 * values + learned;

/** Copies of what a report says. */
export function readReport(
  from: ArrayBuffer,
  offset: number,
  { values, learned }: ReportShape,
): StepReport {
  const [, selected, active, halted] = new Uint32Array(from, offset, REPORT_HEADER);
  const [loss] = new Float32Array(from, offset, 1);
  const start = offset + 4 * REPORT_HEADER;
  return {
    loss: loss!,
    selected: selected!,
    active: active!,
    halted: halted! > 0,
    embeddings: new Float32Array(from, start, values).slice(),
    gradient: new Float32Array(from, start + 4 * values, values).slice(),
    learned: new Float32Array(from, start + 8 * values, learned).slice(),
  };
}
