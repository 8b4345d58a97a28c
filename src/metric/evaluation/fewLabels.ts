import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { groupByLabel } from '../classes.ts';
import { type Random, shuffleFront } from '../random.ts';
import { knnAccuracy } from './knn.ts';

export interface FewLabelsOptions {
  readonly embeddings: Embeddings;
  readonly labels: ArrayLike<number>;
  /** Labelled examples of each class. */
  readonly perClass: number;
  /** How often other examples are chosen. */
  readonly draws: number;
  /** At most so many rows are asked in each draw, chosen at random. Default: all that are not examples. */
  readonly queries?: number;
  readonly random: Random;
}

/** Some rows, in their order. */
const pick = ({ values, dims }: Embeddings, rows: readonly number[]): Embeddings => {
  const picked = new Float64Array(rows.length * dims);
  rows.forEach((row, at) => {
    picked.set(values.subarray(row * dims, (row + 1) * dims), at * dims);
  });
  return { values: picked, rows: rows.length, dims };
};

/** Examples of every class at random, and of the other rows those that are asked. */
function draw(members: readonly Int32Array[], perClass: number, queries: number, random: Random) {
  const rests = members.map((rows) => {
    shuffleFront(rows, perClass, random);
    return [...rows.subarray(perClass)];
  });
  const rest = Int32Array.from(rests.flat());
  const asked = Math.min(queries, rest.length);
  shuffleFront(rest, asked, random);
  return {
    examples: members.flatMap((rows) => [...rows.subarray(0, perClass)]),
    asked: [...rest.subarray(0, asked)],
  };
}

/**
 * What an embedding is worth to somebody with few labels: so many labelled examples of each class are
 * drawn, and every other row takes the label of the nearest of them (1-NN, plain or squared distance
 * alike). The share that is right, averaged over the draws. Throws where a class has no row to spare, and
 * on labels and embeddings that do not fit each other.
 */
export function fewLabelsAccuracy(options: FewLabelsOptions): number {
  const { embeddings, labels, perClass, draws, random } = options;
  checkLabelled(embeddings, labels);
  for (const [name, count] of Object.entries({ perClass, draws }))
    if (!Number.isInteger(count) || count < 1)
      throw new RangeError(`${name} must be a whole number of at least 1, not ${count}`);
  const classes = groupByLabel(labels);
  const members = classes.members.map((rows) => rows.slice());
  const small = members.findIndex((rows) => rows.length <= perClass);
  if (small >= 0)
    throw new RangeError(
      `class ${classes.labels[small]} has ${members[small]!.length} rows: with ${perClass} as examples none is left to ask`,
    );
  let sum = 0;
  for (let k = 0; k < draws; k++) {
    const { examples, asked } = draw(members, perClass, options.queries ?? Infinity, random);
    sum += knnAccuracy({
      reference: pick(embeddings, examples),
      referenceLabels: examples.map((row) => labels[row]!),
      query: pick(embeddings, asked),
      queryLabels: asked.map((row) => labels[row]!),
      k: 1,
    });
  }
  return sum / draws;
}
