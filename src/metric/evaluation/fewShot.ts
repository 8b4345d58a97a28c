import { groupByLabel } from '../classes.ts';
import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { type Random, shuffleFront } from '../random.ts';
import { classMeans, nearestMean } from './nearestMean.ts';

/** How classes are met: so many at a time, of each so many examples, and so often. */
export interface FewShot {
  readonly ways: number;
  readonly shots: number;
  readonly draws: number;
  readonly random: Random;
  /** Whether means are brought back to length 1. */
  readonly unit: boolean;
}

/** Calls back for each draw with the means and with the rows that are left, each with its class's place. */
function meet(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  { ways, shots, draws, random, unit }: FewShot,
  judge: (
    means: ReturnType<typeof classMeans>,
    left: readonly Int32Array[],
    others: readonly Int32Array[],
  ) => void,
): void {
  checkLabelled(embeddings, labels);
  const { values, dims } = embeddings;
  const members = groupByLabel(labels).members.map((rows) => Int32Array.from(rows));
  if (!(Number.isInteger(ways) && ways >= 1 && ways <= members.length))
    throw new RangeError(`ways is a whole number from 1 to ${members.length} classes, not ${ways}`);
  const fewest = members.reduce((least, rows) => Math.min(least, rows.length), Infinity);
  if (!(Number.isInteger(shots) && shots >= 1 && shots < fewest))
    throw new RangeError(
      `shots is a whole number from 1 to ${fewest - 1}, since a class has ${fewest} rows and one must be left, not ${shots}`,
    );
  const order = Int32Array.from(members.keys());
  for (let draw = 0; draw < draws; draw++) {
    shuffleFront(order, order.length, random);
    const met = Array.from(order.subarray(0, ways), (place) => members[place]!);
    for (const rows of met) shuffleFront(rows, shots, random);
    const examples = new Float64Array(ways * shots * dims);
    met.forEach((rows, k) => {
      rows.subarray(0, shots).forEach((row, s) => {
        examples.set(values.subarray(row * dims, (row + 1) * dims), (k * shots + s) * dims);
      });
    });
    const known = Int32Array.from({ length: ways * shots }, (_, i) => Math.floor(i / shots));
    const means = classMeans({ values: examples, rows: known.length, dims }, known, { unit });
    judge(
      means,
      met.map((rows) => rows.subarray(shots)),
      Array.from(order.subarray(ways), (place) => members[place]!),
    );
  }
}

const rowOf = ({ values, dims }: Embeddings, row: number) =>
  values.subarray(row * dims, (row + 1) * dims);

/**
 * The share of samples that are nearest to the mean of their own class, where each draw meets `ways`
 * classes by `shots` examples each and judges all their other samples. Throws when there are not so many
 * classes, or a class has no more samples than examples are wanted.
 */
export function fewShotAccuracy(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  options: FewShot,
): number {
  let [right, judged] = [0, 0];
  meet(embeddings, labels, options, (means, left) => {
    left.forEach((rows, k) => {
      for (const row of rows) {
        if (nearestMean(means, rowOf(embeddings, row)).nearest === k) right++;
        judged++;
      }
    });
  });
  return judged === 0 ? 0 : right / judged;
}

/** Distances to the nearest mean, of samples of a class that was met and of those of others. */
export interface Refusals {
  readonly distances: readonly number[];
  /** Whether the sample's class was met. */
  readonly known: readonly boolean[];
}

/**
 * What a threshold for "none of these" has to tell apart: of each draw one sample left of each class that
 * was met, and one each of as many classes that were not. Throws as fewShotAccuracy does, and when no
 * class is left over.
 */
export function refusals(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  options: FewShot,
): Refusals {
  const distances: number[] = [];
  const known: boolean[] = [];
  meet(embeddings, labels, options, (means, left, others) => {
    if (others.length < left.length)
      throw new RangeError(
        `${left.length} classes are to be met and as many not, and only ${others.length} are left over`,
      );
    const take = (rows: Int32Array, isKnown: boolean) => {
      const row = rows[Math.floor(options.random() * rows.length)]!;
      distances.push(Math.min(...nearestMean(means, rowOf(embeddings, row)).distances));
      known.push(isKnown);
    };
    for (const rows of left) take(rows, true);
    for (const rows of others.slice(0, left.length)) take(rows, false);
  });
  return { distances, known };
}
