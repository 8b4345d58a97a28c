import { degreesApart, onCircle } from '#kit/plane/circle.ts';
import { similarityMatrix } from '#metric/softmax/similarityMatrix.ts';
import { logSumExp } from '#metric/softmax/softmax.ts';

/** Pictures and their captions, pair by pair. */
export const PICTURES = ['picture1', 'picture2', 'picture3', 'picture4'] as const;
export const CAPTIONS = ['caption1', 'caption2', 'caption3', 'caption4'] as const;
export const PAIRS = PICTURES.length;
export type PairPointName = (typeof PICTURES)[number] | (typeof CAPTIONS)[number];

export type PairsState = Readonly<Record<PairPointName, number>> & {
  readonly temperature: number;
};

/** A picture with a caption. */
export interface Cell {
  readonly similarity: number;
  /** Of the picture's softmax over all captions. */
  readonly rowShare: number;
  /** Of the caption's softmax over all pictures. */
  readonly columnShare: number;
}

export interface PairsQuantities {
  readonly loss: number;
  /** The mean over pictures, each of which looks for its caption, and over captions. */
  readonly rowLoss: number;
  readonly columnLoss: number;
  /** Row by row, a picture each. */
  readonly cells: readonly Cell[];
  /** How many captions have the same words as another's, and what the loss cannot fall below for that. */
  readonly twins: number;
  readonly floor: number;
}

/** Captions nearer than that, in degrees, are one. */
const SAME = 0.05;

const unitRows = (state: PairsState, names: readonly PairPointName[]) => {
  const values = names.flatMap((name) => {
    const { x, y } = onCircle(state[name]);
    return [x, y];
  });
  return { values: Float64Array.from(values), rows: names.length, dims: 2 };
};

/** How many captions each caption is one with, itself included. */
const copiesOf = (state: PairsState): readonly number[] =>
  CAPTIONS.map(
    (name) => CAPTIONS.filter((other) => degreesApart(state[name], state[other]) < SAME).length,
  );

/**
 * CLIP's loss of two ways over the similarities of pictures (rows) and captions (columns). Where c captions
 * are one, no picture of theirs can have more than 1/c of its softmax: (c/N) ln c is left, both ways.
 */
export function measurePairs(state: PairsState): PairsQuantities {
  const { values } = similarityMatrix(unitRows(state, PICTURES), unitRows(state, CAPTIONS), {
    ofUnitRows: true,
  });
  const logit = (row: number, column: number) => values[row * PAIRS + column]! / state.temperature;
  const places = PICTURES.map((_, k) => k);
  const rowSums = places.map((i) => logSumExp(places.map((j) => logit(i, j))));
  const columnSums = places.map((j) => logSumExp(places.map((i) => logit(i, j))));
  const meanOf = (sums: readonly number[]) =>
    Math.max(0, sums.reduce((sum, all, k) => sum + all - logit(k, k), 0) / PAIRS);
  const [rowLoss, columnLoss] = [meanOf(rowSums), meanOf(columnSums)];
  const copies = copiesOf(state);
  return {
    loss: (rowLoss + columnLoss) / 2,
    rowLoss,
    columnLoss,
    cells: places.flatMap((i) =>
      places.map((j) => ({
        similarity: values[i * PAIRS + j]!,
        rowShare: Math.exp(logit(i, j) - rowSums[i]!),
        columnShare: Math.exp(logit(i, j) - columnSums[j]!),
      })),
    ),
    twins: copies.filter((count) => count > 1).length,
    floor: copies.reduce((sum, count) => sum + Math.log(count), 0) / PAIRS,
  };
}
