import { type Random, randomIndex } from '../random.ts';
import { acceptsNothing } from './acceptsNothing.ts';
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

/** What all replicates share: the pairs in descending order of their scores. */
interface Sorted {
  readonly order: Int32Array;
  /** Of each pair in that order, 1 where both identities are one. */
  readonly genuine: Uint8Array;
  /** After how many pairs a group of equal scores ends: they are accepted together. */
  readonly groupEnds: Int32Array;
  readonly thresholds: Float64Array;
}

function sortPairs({ scores, first, second }: IdentityPairs): Sorted {
  const order = Int32Array.from({ length: scores.length }, (_, i) => i).sort(
    (i, j) => scores[j]! - scores[i]!,
  );
  const groupEnds = order
    .map((_, at) => at + 1)
    .filter((end) => scores[order[end] ?? -1] !== scores[order[end - 1]!]);
  const thresholds = new Float64Array(groupEnds.length + 1);
  thresholds[0] = acceptsNothing(scores[order[0]!]!);
  groupEnds.forEach((end, group) => {
    thresholds[group + 1] = scores[order[end - 1]!]!;
  });
  const genuine = Uint8Array.from(order, (pair) => Number(first[pair] === second[pair]));
  return { order, genuine, groupEnds, thresholds };
}

/** The ROC curve of pairs that count as often as their weight says, in their order. */
function weightedRoc({ genuine, groupEnds, thresholds }: Sorted, weights: Float64Array): RocCurve {
  const far = new Float64Array(groupEnds.length + 1);
  const tar = new Float64Array(groupEnds.length + 1);
  let positives = 0;
  let negatives = 0;
  let at = 0;
  for (let group = 0; group < groupEnds.length; group++) {
    for (; at < groupEnds[group]!; at++) {
      if (genuine[at] === 1) positives += weights[at]!;
      else negatives += weights[at]!;
    }
    far[group + 1] = negatives;
    tar[group + 1] = positives;
  }
  for (let group = 1; group < far.length; group++) {
    far[group]! /= negatives;
    tar[group]! /= positives;
  }
  return { far, tar, thresholds, positives, negatives };
}

const drawCounts = (count: number, random: Random): Float64Array => {
  const counts = new Float64Array(count);
  for (let draw = 0; draw < count; draw++) counts[randomIndex(random, count)]!++;
  return counts;
};

/** A source of weights for the pairs in their order, drawn anew at each call. */
function weigh(
  { first, second, scores }: IdentityPairs,
  { order, genuine }: Sorted,
  { resample, random }: BootstrapOptions,
): () => Float64Array {
  if (resample === 'pairs')
    return () => {
      const counts = drawCounts(scores.length, random);
      return Float64Array.from(order, (pair) => counts[pair]!);
    };
  const identities = [...new Set([...Array.from(first), ...Array.from(second)])];
  const index = new Map(identities.map((identity, at) => [identity, at]));
  const a = order.map((pair) => index.get(first[pair]!)!);
  const b = order.map((pair) => index.get(second[pair]!)!);
  const weights = new Float64Array(order.length);
  return () => {
    const counts = drawCounts(identities.length, random);
    for (let at = 0; at < weights.length; at++)
      weights[at] = genuine[at] === 1 ? counts[a[at]!]! : counts[a[at]!]! * counts[b[at]!]!;
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

  const sorted = sortPairs(pairs);
  const drawWeights = weigh(pairs, sorted, options);
  const values = statistics.map(() => new Float64Array(replicates));
  for (let replicate = 0; replicate < replicates; ) {
    const curve = weightedRoc(sorted, drawWeights());
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
