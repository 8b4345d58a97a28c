/** What a definition is given: an anchor's distances, and the other rows by class, ascending. */
export interface AnchorPairs {
  readonly anchor: number;
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
  readonly d: (row: number) => number;
  readonly margin: number;
  /** Whether d_an = d_ap + margin counts as easy. */
  readonly tieIsEasy: boolean;
  /** The random number of every draw. */
  readonly chance: number;
  readonly dims: number;
}

export type Pair = readonly [positive: number, negative: number];
type Definition = (anchorPairs: AnchorPairs) => Pair[];

/** The first of several at the least value. */
export const nearestOf = (rows: readonly number[], d: (row: number) => number) =>
  rows.find((row) => rows.every((other) => d(row) <= d(other)));

/** The first of several at the largest value. */
export const farthestOf = (rows: readonly number[], d: (row: number) => number) =>
  rows.find((row) => rows.every((other) => d(row) >= d(other)));

/** The pair of both, or none where either is missing. */
export const pairOf = (positive?: number, negative?: number): Pair[] =>
  positive === undefined || negative === undefined ? [] : [[positive, negative]];

const drawn = (rows: readonly number[], chance: number) => rows[Math.floor(chance * rows.length)];

const where =
  (holds: (gap: number, anchorPairs: AnchorPairs) => boolean): Definition =>
  (all) =>
    all.positives.flatMap((p) =>
      all.negatives.filter((n) => holds(all.d(n) - all.d(p), all)).map((n): Pair => [p, n]),
    );

const isEasy = (gap: number, { margin, tieIsEasy }: AnchorPairs) =>
  tieIsEasy ? gap >= margin : gap > margin;

/** One of an anchor's negatives by chance, in the order of their distance. */
const byChance =
  (earlierAnchorOnly: boolean, leastGap: number): Definition =>
  ({ anchor, positives, negatives, d, margin, chance }) =>
    positives
      .filter((p) => !earlierAnchorOnly || p > anchor)
      .flatMap((p) => {
        const inside = (n: number) => d(n) - d(p) > leastGap && d(n) - d(p) < margin;
        const candidates = negatives.filter(inside).toSorted((i, j) => d(i) - d(j));
        return pairOf(p, drawn(candidates, chance));
      });

/** ln of the weight of a squared distance on the unit sphere, counted from 0.5 and up to 1.4. */
const logWeight = (square: number, dims: number) => {
  const clipped = Math.max(square, 0.25);
  return ((2 - dims) * Math.log(clipped) - (dims - 3) * Math.log(1 - clipped / 4)) / 2;
};

/** One of an anchor's negatives nearer than 1.4 by chance, the likelier the rarer its distance. */
const distanceWeighted: Definition = ({ positives, negatives, d, dims, chance }) => {
  const near = negatives.filter((n) => d(n) < 1.4 ** 2);
  const logs = near.map((n) => logWeight(d(n), dims));
  const weights = logs.map((log) => Math.exp(log - Math.max(...logs)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let left = chance;
  const place = weights.findIndex((weight) => {
    const isDrawn = left < weight / all;
    left -= weight / all;
    return isDrawn;
  });
  return positives.flatMap((p) => pairOf(p, place < 0 ? near.at(-1) : near[place]));
};

/** Every miner in a sentence or two, with no thought of speed. Shares no code with what it judges. */
export const minerDefinitions: ReadonlyMap<string, Definition> = new Map<string, Definition>([
  ['batch-all', where(() => true)],
  ['violating', where((gap, all) => !isEasy(gap, all))],
  ['easy', where(isEasy)],
  ['semi-hard', where((gap, all) => gap > 0 && !isEasy(gap, all))],
  ['hard', where((gap, all) => gap <= 0 && !isEasy(gap, all))],
  [
    'batch-hard',
    ({ positives, negatives, d }) => pairOf(farthestOf(positives, d), nearestOf(negatives, d)),
  ],
  [
    'hardest-negative',
    ({ anchor, positives, negatives, d, margin }) => {
      const n = nearestOf(negatives, d);
      const violates = (p: number) => n !== undefined && d(n) - d(p) < margin;
      return positives.filter((p) => p > anchor && violates(p)).flatMap((p) => pairOf(p, n));
    },
  ],
  [
    'random',
    ({ positives, negatives, chance }) =>
      pairOf(drawn(positives, chance), drawn(negatives, chance)),
  ],
  ['distance-weighted', distanceWeighted],
  ['semi-hard-facenet', byChance(false, 0)],
  ['violating-random', byChance(true, Number.NEGATIVE_INFINITY)],
  [
    'semi-hard-tfa',
    ({ positives, negatives, d }) =>
      positives.flatMap((p) => {
        const farther = negatives.filter((n) => d(n) > d(p));
        return pairOf(p, nearestOf(farther, d) ?? farthestOf(negatives, d));
      }),
  ],
]);
