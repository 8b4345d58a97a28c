import { checkLabelled, type Embeddings } from '../embeddings.ts';
import { type Random, randomIndex } from '../random.ts';

/** How many pairs of one kind have a distance in each of the bins, which are equally wide. */
export interface DistanceHistogram {
  /** The upper end of the last bin, in plain units; the first begins at 0. */
  readonly end: number;
  /** Pairs of one class. */
  readonly positive: Uint32Array;
  /** Pairs of two classes. */
  readonly negative: Uint32Array;
}

interface HistogramOptions {
  readonly bins: number;
  /** Of all pairs, so many are drawn by chance when there are more. */
  readonly pairs: number;
  readonly random: Random;
}

/** Calls back with every pair of two rows, or with so many random ones when there are more. */
function eachPair(
  rows: number,
  { pairs, random }: HistogramOptions,
  visit: (i: number, j: number) => void,
): void {
  if ((rows * (rows - 1)) / 2 <= pairs) {
    for (let i = 0; i < rows; i++) for (let j = i + 1; j < rows; j++) visit(i, j);
    return;
  }
  for (let pair = 0; pair < pairs; pair++) {
    const i = randomIndex(random, rows);
    visit(i, (i + 1 + randomIndex(random, rows - 1)) % rows);
  }
}

/**
 * Plain distances of pairs within classes and across them, counted in bins from 0 to the largest
 * one seen. Throws when labels and embeddings do not fit.
 */
export function distanceHistogram(
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  options: HistogramOptions,
): DistanceHistogram {
  checkLabelled(embeddings, labels);
  const { values, rows, dims } = embeddings;
  const distances: number[] = [];
  const isPositive: boolean[] = [];
  let end = 0;
  eachPair(rows, options, (i, j) => {
    let square = 0;
    for (let d = 0; d < dims; d++) square += (values[i * dims + d]! - values[j * dims + d]!) ** 2;
    const distance = Math.sqrt(square);
    end = Math.max(end, distance);
    distances.push(distance);
    isPositive.push(labels[i] === labels[j]);
  });
  const positive = new Uint32Array(options.bins);
  const negative = new Uint32Array(options.bins);
  distances.forEach((distance, pair) => {
    const bin =
      end > 0 ? Math.min(options.bins - 1, Math.floor((distance / end) * options.bins)) : 0;
    (isPositive[pair] ? positive : negative)[bin]!++;
  });
  return { end, positive, negative };
}
