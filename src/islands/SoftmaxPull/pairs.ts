import { degreesApart, onCircle } from '#kit/plane/circle.ts';
import { clip } from '#metric/softmax/clip.ts';
import { similarityMatrix } from '#metric/softmax/similarityMatrix.ts';

/** Pictures and their captions, pair by pair. */
export const PICTURES = ['picture1', 'picture2', 'picture3', 'picture4'] as const;
export const CAPTIONS = ['caption1', 'caption2', 'caption3', 'caption4'] as const;
export const PAIRS = PICTURES.length;
export type PairPointName = (typeof PICTURES)[number] | (typeof CAPTIONS)[number];

export type PairsState = Readonly<Record<PairPointName, number>> & {
  readonly temperature: number;
};

/** A picture with a caption. */
interface Cell {
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
  const [pictures, captions] = [unitRows(state, PICTURES), unitRows(state, CAPTIONS)];
  const { values } = similarityMatrix(pictures, captions, { ofUnitRows: true });
  const { loss, directions } = clip(pictures, captions, { logitScale: 1 / state.temperature });
  const [there, back] = directions;
  const copies = copiesOf(state);
  return {
    loss,
    rowLoss: there.loss,
    columnLoss: back.loss,
    cells: Array.from(values, (similarity, at) => {
      const [row, column] = [Math.floor(at / PAIRS), at % PAIRS];
      return {
        similarity,
        rowShare: there.shares[at]!,
        columnShare: back.shares[column * PAIRS + row]!,
      };
    }),
    twins: copies.filter((count) => count > 1).length,
    floor: copies.reduce((sum, count) => sum + Math.log(count), 0) / PAIRS,
  };
}
