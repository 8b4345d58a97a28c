import { type Random, randomIndex } from '../random.ts';
import type { RocCurve } from './roc.ts';

/** Scored pairs (higher is more similar) of which both identities are known: genuine when equal. */
export interface IdentityPairs {
  readonly scores: ArrayLike<number>;
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
}

export interface BootstrapOptions {
  /**
   * What is drawn anew with replacement. Pairs of one person depend on each other, so resampling
   * `pairs` makes the interval too narrow; resampling `identities` keeps what belongs together: a
   * person drawn twice counts twice in genuine pairs, and a pair of two counts with both.
   */
  readonly resample: 'identities' | 'pairs';
  readonly replicates: number;
  /** The share of replicates inside the interval, as 0.95. */
  readonly level: number;
  readonly random: Random;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Equal scores share a group, as they are accepted together. */
interface Sorted {
  readonly order: readonly number[];
  readonly endsGroup: readonly boolean[];
}

function sortPairs(scores: ArrayLike<number>): Sorted {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort(
    (i, j) => scores[j]! - scores[i]!,
  );
  const endsGroup = order.map((pair, at) => scores[order[at + 1] ?? -1] !== scores[pair]);
  return { order, endsGroup };
}

/** The ROC curve of pairs that count as often as their weight says. */
function weightedRoc(
  { scores, first, second }: IdentityPairs,
  { order, endsGroup }: Sorted,
  weights: Float64Array,
): RocCurve {
  const falseAccepts = [0];
  const trueAccepts = [0];
  const thresholds = [scores[order[0]!]! + 1];
  let positives = 0;
  let negatives = 0;
  order.forEach((pair, at) => {
    if (first[pair] === second[pair]) positives += weights[pair]!;
    else negatives += weights[pair]!;
    if (!endsGroup[at]) return;
    falseAccepts.push(negatives);
    trueAccepts.push(positives);
    thresholds.push(scores[pair]!);
  });
  return {
    far: Float64Array.from(falseAccepts, (count) => count / negatives),
    tar: Float64Array.from(trueAccepts, (count) => count / positives),
    thresholds: Float64Array.from(thresholds),
    positives,
    negatives,
  };
}

const drawCounts = (count: number, random: Random): Float64Array => {
  const counts = new Float64Array(count);
  for (let draw = 0; draw < count; draw++) counts[randomIndex(random, count)]!++;
  return counts;
};

/** A source of weights for the pairs, drawn anew at each call. */
function weigh(pairs: IdentityPairs, { resample, random }: BootstrapOptions): () => Float64Array {
  const { first, second, scores } = pairs;
  if (resample === 'pairs') return () => drawCounts(scores.length, random);
  const identities = [...new Set([...Array.from(first), ...Array.from(second)])];
  const index = new Map(identities.map((identity, at) => [identity, at]));
  const a = Int32Array.from(first, (identity) => index.get(identity)!);
  const b = Int32Array.from(second, (identity) => index.get(identity)!);
  return () => {
    const counts = drawCounts(identities.length, random);
    const weights = new Float64Array(a.length);
    for (let pair = 0; pair < a.length; pair++) {
      const count = counts[a[pair]!]!;
      weights[pair] = a[pair] === b[pair] ? count : count * counts[b[pair]!]!;
    }
    return weights;
  };
}

/**
 * Percentile bootstrap intervals of statistics of the ROC curve, one for each statistic, all from the
 * same replicates. A replicate without a genuine or without an impostor pair has no rates and is drawn
 * again. The same random source gives the same intervals. Throws when there is no pair of a kind, on
 * fields of different lengths, no replicates, or a level that is not between 0 and 1.
 */
export function bootstrapIntervals(
  pairs: IdentityPairs,
  statistics: readonly ((curve: RocCurve) => number)[],
  options: BootstrapOptions,
): Interval[] {
  const { scores, first, second } = pairs;
  const { replicates, level } = options;
  if (scores.length !== first.length || scores.length !== second.length)
    throw new RangeError(
      `${scores.length} scores need as many identities, not ${first.length} and ${second.length}`,
    );
  if (!(Number.isInteger(replicates) && replicates > 0))
    throw new RangeError(`replicates must be a whole number from 1, not ${replicates}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`a level is between 0 and 1, not ${level}`);
  const genuine = Array.from(first).filter((identity, pair) => identity === second[pair]).length;
  if (genuine === 0 || genuine === scores.length)
    throw new RangeError('an interval needs genuine pairs and impostor pairs');

  const sorted = sortPairs(scores);
  const drawWeights = weigh(pairs, options);
  const values = statistics.map(() => new Float64Array(replicates));
  for (let replicate = 0; replicate < replicates; ) {
    const curve = weightedRoc(pairs, sorted, drawWeights());
    if (curve.positives === 0 || curve.negatives === 0) continue;
    statistics.forEach((statistic, at) => {
      values[at]![replicate] = statistic(curve);
    });
    replicate++;
  }
  return values.map((drawn) => {
    drawn.sort();
    const quantile = (share: number) => drawn[Math.round(share * (replicates - 1))]!;
    return { low: quantile((1 - level) / 2), high: quantile((1 + level) / 2) };
  });
}
