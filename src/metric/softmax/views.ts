import { checkEmbeddings, type Embeddings } from '../embeddings.ts';
import type { Candidates } from './anchorSoftmax.ts';

/** Throws unless row i of both may be of one sample. */
export function checkPaired(left: Embeddings, right: Embeddings): void {
  if (left.rows !== right.rows)
    throw new RangeError(
      `two views of the same samples have as many rows, not ${left.rows} and ${right.rows}`,
    );
}

/** The rows of several views, one view after another. Throws where they are not of one shape. */
export function stackViews(views: readonly Embeddings[]): Embeddings {
  const [first] = views;
  if (!first) throw new RangeError('a loss of views needs at least one, not none');
  for (const view of views) {
    checkEmbeddings(view);
    checkPaired(first, view);
    if (view.dims !== first.dims)
      throw new RangeError(
        `two views need the same dimensions, not ${first.dims} and ${view.dims}`,
      );
  }
  const values = new Float64Array(views.length * first.values.length);
  views.forEach((view, k) => {
    values.set(view.values, k * first.values.length);
  });
  return { values, rows: views.length * first.rows, dims: first.dims };
}

/** A gradient of stacked views as one of each. */
export const unstack = (gradient: Float64Array, count: number): Float64Array[] =>
  Array.from({ length: count }, (_, k) =>
    gradient.slice((k * gradient.length) / count, ((k + 1) * gradient.length) / count),
  );

/** For a row of a set compared with itself: the others of its group are positives, all else negatives. */
export const othersOf =
  (groups: ArrayLike<number>) =>
  (row: number): Candidates => {
    const [positives, negatives]: [number[], number[]] = [[], []];
    for (let other = 0; other < groups.length; other++)
      if (groups[other] !== groups[row]) negatives.push(other);
      else if (other !== row) positives.push(other);
    return { positives, negatives };
  };

/** The sum of both gradients of a set that was compared with itself. */
export const ofItself = ({
  left,
  right,
}: {
  readonly left: Float64Array;
  readonly right: Float64Array;
}): Float64Array => left.map((value, i) => value + right[i]!);
