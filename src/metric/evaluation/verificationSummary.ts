import type { Embeddings } from '../embeddings.ts';
import { createRandom } from '../random.ts';
import { bootstrapIntervals, type Interval } from './bootstrap.ts';
import { equalErrorRate } from './equalErrorRate.ts';
import { picturePairs } from './picturePairs.ts';
import { type RocCurve, rocCurve, tarAtFar } from './roc.ts';

/** A pair of pictures, by their rows. */
export interface RowPair {
  readonly distance: number;
  readonly left: number;
  readonly right: number;
}

export interface Estimate extends Interval {
  readonly value: number;
}

/**
 * All that a verification says, without its hundreds of thousands of pairs: their distances counted
 * in equal bins, each of which holds its upper end, so that both error rates are exact at every end.
 */
export interface VerificationSummary {
  /** Upper end of the last bin, plain; the first begins at 0 and holds it. */
  readonly end: number;
  readonly genuine: readonly number[];
  readonly impostor: readonly number[];
  readonly eer: Estimate;
  /** True accept rates at a false accept rate of 1e-2 and of 1e-3. */
  readonly tarAt1e2: Estimate;
  readonly tarAt1e3: Estimate;
  /** The impostors nearest to each other, and the genuine pairs farthest apart. */
  readonly nearestImpostors: readonly RowPair[];
  readonly farthestGenuine: readonly RowPair[];
  /** Of each of EXAMPLE_BINS wider bins, some pairs of either kind. */
  readonly examples: readonly {
    readonly genuine: readonly RowPair[];
    readonly impostor: readonly RowPair[];
  }[];
}

export const BINS = 240;
/** Bars that a reader can point at. */
export const EXAMPLE_BINS = 40;
const EXAMPLES = 3;
const WORST = 6;
const LEVEL = 0.95;

interface SummaryOptions {
  /** Upper end of the last bin: distances beyond it are counted in that. */
  readonly end: number;
  /** Of the bootstrap. */
  readonly replicates: number;
}

/** The bin of a distance: each holds its upper end, as a threshold accepts what is at it. */
const binOf = (distance: number, end: number, bins: number): number =>
  Math.min(bins - 1, Math.max(0, Math.ceil((distance / end) * bins) - 1));

/**
 * Judges embeddings by all their pairs: rows of the same identity are genuine. Intervals hold 95 %
 * of bootstrap replicates over identities. Throws when identities and rows do not fit, or there are
 * no pairs of a kind.
 */
export function summariseVerification(
  embeddings: Embeddings,
  identities: ArrayLike<number>,
  { end, replicates }: SummaryOptions,
): VerificationSummary {
  const pairs = picturePairs(embeddings, identities);
  const { distances, scores, same, left, right } = pairs;
  const genuine = new Array<number>(BINS).fill(0);
  const impostor = new Array<number>(BINS).fill(0);
  const examples = Array.from({ length: EXAMPLE_BINS }, () => ({
    genuine: [] as RowPair[],
    impostor: [] as RowPair[],
  }));
  const pairOf = (pair: number): RowPair => ({
    distance: distances[pair]!,
    left: left[pair]!,
    right: right[pair]!,
  });
  // In an order of its own, so that the examples of a bar are of different people.
  const stride = coprimeTo(distances.length);
  for (let k = 0, pair = 0; k < distances.length; k++, pair = (pair + stride) % distances.length) {
    const kind = same[pair] ? genuine : impostor;
    kind[binOf(distances[pair]!, end, BINS)]!++;
    const shown = examples[binOf(distances[pair]!, end, EXAMPLE_BINS)]!;
    const list = same[pair] ? shown.genuine : shown.impostor;
    if (list.length < EXAMPLES) list.push(pairOf(pair));
  }
  const curve = rocCurve(scores, same);
  const order = Array.from(distances.keys()).sort((a, b) => distances[a]! - distances[b]!);
  const [eer, tarAt1e2, tarAt1e3] = estimates(pairs, curve, replicates);
  return {
    end,
    genuine,
    impostor,
    eer: eer!,
    tarAt1e2: tarAt1e2!,
    tarAt1e3: tarAt1e3!,
    nearestImpostors: order
      .filter((pair) => !same[pair])
      .slice(0, WORST)
      .map(pairOf),
    farthestGenuine: order
      .filter((pair) => same[pair])
      .slice(-WORST)
      .reverse()
      .map(pairOf),
    examples,
  };
}

/** A step that comes by every pair, in leaps. */
function coprimeTo(count: number): number {
  const share = (a: number, b: number): number => (b === 0 ? a : share(b, a % b));
  let stride = Math.max(1, Math.floor(count * 0.618));
  while (share(count, stride) !== 1) stride++;
  return stride;
}

const STATISTICS: readonly ((curve: RocCurve) => number)[] = [
  (curve) => equalErrorRate(curve).interpolated,
  (curve) => tarAtFar(curve, 1e-2).step,
  (curve) => tarAtFar(curve, 1e-3).step,
];

function estimates(
  pairs: Parameters<typeof bootstrapIntervals>[0],
  curve: RocCurve,
  replicates: number,
): Estimate[] {
  const intervals = bootstrapIntervals(pairs, STATISTICS, {
    resample: 'identities',
    replicates,
    level: LEVEL,
    random: createRandom(1),
  });
  return STATISTICS.map((statistic, k) => ({ value: statistic(curve), ...intervals[k]! }));
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Both error rates when what is within so many bins is accepted, with the pairs behind them. */
export function ratesAtBin({ genuine, impostor }: VerificationSummary, accepted: number) {
  const [allGenuine, allImpostor] = [total(genuine), total(impostor)];
  const falseAccepts = total(impostor.slice(0, accepted));
  const falseRejects = allGenuine - total(genuine.slice(0, accepted));
  return {
    far: falseAccepts / allImpostor,
    frr: falseRejects / allGenuine,
    falseAccepts,
    falseRejects,
    genuine: allGenuine,
    impostor: allImpostor,
  };
}

/**
 * Every trade of one error for the other: at the ends of the bins, and where both are equally frequent,
 * which may be within a bin. From accepting nothing to accepting all.
 */
export function tradeOffs(summary: VerificationSummary): { far: number; frr: number }[] {
  const trades = Array.from({ length: BINS + 1 }, (_, accepted) => {
    const { far, frr } = ratesAtBin(summary, accepted);
    return { far, frr };
  });
  const equal = summary.eer.value;
  const after = trades.findIndex(({ far, frr }) => far >= frr);
  return trades.toSpliced(after, 0, { far: equal, frr: equal });
}

/** How many bins to accept so that both rates differ least; of several, the fewest. */
export function equalErrorBins(summary: VerificationSummary): number {
  let best = 0;
  let least = Infinity;
  for (let accepted = 0; accepted <= BINS; accepted++) {
    const { far, frr } = ratesAtBin(summary, accepted);
    if (Math.abs(far - frr) < least) {
      least = Math.abs(far - frr);
      best = accepted;
    }
  }
  return best;
}

/** How many bins to accept at most so that the false accept rate does not exceed a given one. */
export function binsAtFar(summary: VerificationSummary, far: number): number {
  let accepted = 0;
  while (accepted < BINS && ratesAtBin(summary, accepted + 1).far <= far) accepted++;
  return accepted;
}
