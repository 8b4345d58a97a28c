import { groupByLabel } from './classes.ts';
import { type DistanceName, distances } from './distances/registry.ts';
import { checkLabelled, type Embeddings } from './embeddings.ts';
import { lookUp } from './lookUp.ts';
import { type Random, randomIndex } from './random.ts';

export type OfflineNegative = 'random' | 'hard' | 'semi-hard';

interface OfflineOptions {
  readonly negative: OfflineNegative;
  /** How many triplets to choose. */
  readonly count: number;
  readonly distance: DistanceName;
  /** Of semi-hard negatives, in the units of the distance. */
  readonly margin: number;
  readonly random: Random;
}

/** Picks the row of a negative for an anchor at the given distance from its positive. */
type PickNegative = (anchor: number, dAP: number) => number;

/**
 * Triplets for an epoch, chosen among all rows: anchor and positive at random, and the negative a
 * random one, the nearest one (hard), or a random one of those just farther than the positive by less
 * than the margin (semi-hard; where an anchor has none, the nearest one that is farther than the
 * positive, as FaceNet's fallback has it, or else a random one). Anchor, positive, negative after one
 * another. Throws when labels and embeddings do not fit, or there is no valid triplet.
 */
export function mineOffline(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  { negative, count, distance: name, margin, random }: OfflineOptions,
): Int32Array {
  checkLabelled(embeddings, labels);
  const distance = lookUp(distances, 'distance', name);
  const { values, rows, dims } = embeddings;
  const { of, members } = groupByLabel(labels);
  const anchors = Int32Array.from(of.keys()).filter((row) => members[of[row]!]!.length > 1);
  if (anchors.length === 0 || members.length < 2)
    throw new RangeError('triplets need a class of at least two samples, and a second class');

  const between = (a: number, b: number): number => {
    let square = 0;
    for (let d = 0; d < dims; d++) square += (values[a * dims + d]! - values[b * dims + d]!) ** 2;
    return distance.of(square);
  };
  const pick = pickers({ rows, of, random, between, margin })[negative];
  const triplets = new Int32Array(3 * count);
  for (let i = 0; i < triplets.length; i += 3) {
    const anchor = anchors[randomIndex(random, anchors.length)]!;
    const own = members[of[anchor]!]!;
    // One of the others: a draw from one fewer, where the anchor's own place stands for the last.
    const drawn = own[randomIndex(random, own.length - 1)]!;
    const positive = drawn === anchor ? own[own.length - 1]! : drawn;
    triplets[i] = anchor;
    triplets[i + 1] = positive;
    triplets[i + 2] = pick(anchor, between(anchor, positive));
  }
  return triplets;
}

interface Candidates {
  readonly rows: number;
  readonly of: Int32Array;
  readonly random: Random;
  readonly between: (a: number, b: number) => number;
  readonly margin: number;
}

function pickers({
  rows,
  of,
  random,
  between,
  margin,
}: Candidates): Record<OfflineNegative, PickNegative> {
  const anyOther: PickNegative = (anchor) => {
    for (;;) {
      const row = randomIndex(random, rows);
      if (of[row] !== of[anchor]) return row;
    }
  };
  /** The nearest row of another class that is farther than a distance. */
  const nearestBeyond = (anchor: number, beyond: number): number | undefined => {
    let nearest: number | undefined;
    let least = Infinity;
    for (let row = 0; row < rows; row++) {
      if (of[row] === of[anchor]) continue;
      const d = between(anchor, row);
      if (d > beyond && d < least) {
        least = d;
        nearest = row;
      }
    }
    return nearest;
  };
  return {
    random: anyOther,
    hard: (anchor) => nearestBeyond(anchor, -1)!,
    'semi-hard'(anchor, dAP) {
      const found: number[] = [];
      for (let row = 0; row < rows; row++) {
        if (of[row] === of[anchor]) continue;
        const d = between(anchor, row);
        if (d > dAP && d < dAP + margin) found.push(row);
      }
      return found.length > 0
        ? found[randomIndex(random, found.length)]!
        : (nearestBeyond(anchor, dAP) ?? anyOther(anchor, dAP));
    },
  };
}
