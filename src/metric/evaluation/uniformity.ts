import { squared } from '../distances/squared.ts';
import { checkEmbeddings, type Embeddings } from '../embeddings.ts';
import { fillDistances } from '../pairwise.ts';
import type { Measured } from './measured.ts';

/**
 * How evenly rows lie on the sphere: ln of the mean of exp(-t d²) over the unordered pairs of rows, with
 * the squared distance d² and no row beside itself (Wang and Isola 2020). 0 where all rows are one, the
 * lower the more even. It is meant for rows of length 1, and takes them as they are. NaN with fewer than
 * two rows. O(rows² · dims) time, O(rows · dims) memory. Throws unless t is above 0.
 */
export function uniformity(embeddings: Embeddings, t = 2): Measured {
  checkEmbeddings(embeddings);
  if (!(t > 0 && Number.isFinite(t)))
    throw new RangeError(`the t of uniformity must be a finite number above 0, not ${t}`);
  const { rows, dims } = embeddings;
  const points = Float64Array.from(embeddings.values);
  const squares = new Float64Array(rows);
  const fill = (row: number) => fillDistances(points, dims, row, squared, squares);
  // Relative to the nearest pair, so that nothing vanishes however far all of them are.
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rows; i++) {
    fill(i);
    for (let j = i + 1; j < rows; j++) nearest = Math.min(nearest, squares[j]!);
  }
  let sum = 0;
  // By how much each falls short of 1: of rows that lie close, the sum of them keeps its digits.
  let short = 0;
  for (let i = 0; i < rows; i++) {
    fill(i);
    for (let j = i + 1; j < rows; j++) {
      const exponent = -t * (squares[j]! - nearest);
      sum += Math.exp(exponent);
      short += Math.expm1(exponent);
    }
  }
  const pairs = (rows * (rows - 1)) / 2;
  const logMean = 2 * sum > pairs ? Math.log1p(short / pairs) : Math.log(sum / pairs);
  return {
    value: rows < 2 ? Number.NaN : logMean - t * nearest,
    gradient() {
      const gradient = new Float64Array(points.length);
      for (let i = 0; i < rows; i++) {
        fill(i);
        for (let j = 0; j < rows; j++) {
          if (j === i) continue;
          const slope = (-2 * t * Math.exp(-t * (squares[j]! - nearest))) / sum;
          for (let u = i * dims, v = j * dims; u < (i + 1) * dims; u++, v++)
            gradient[u]! += slope * (points[u]! - points[v]!);
        }
      }
      return gradient;
    },
  };
}
