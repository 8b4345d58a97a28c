import { formatPercent } from '#kit/figure/numberFormat.ts';
import type { Dims } from '#kit/scatter/embeddingView.ts';
import { type PrincipalAxes, principalAxes, projectOnto } from '#metric/pca.ts';

/** An embedding as it can be drawn: as it is on the plane and in space, else by its principal axes. */
export interface DrawableCloud {
  readonly points: Float32Array;
  readonly dims: Dims;
  /** Along which it is drawn; missing where nothing had to be left out. */
  readonly axes?: PrincipalAxes;
}

const isDrawable = (dims: number): dims is Dims => dims === 2 || dims === 3;

/**
 * What can be drawn of a row-major embedding. Of more than three dimensions the two of most
 * variance are kept, turned as they were in `before`, so that the picture does not flip.
 */
export function drawable(
  values: Float32Array,
  dims: number,
  before?: DrawableCloud,
): DrawableCloud {
  if (isDrawable(dims)) return { points: values, dims };
  const embeddings = { values, rows: values.length / dims, dims };
  const axes = principalAxes(embeddings, 2, before?.axes);
  return { points: projectOnto(axes, embeddings), dims: 2, axes };
}

/** Where other points of the embedding, row-major, belong among those that are drawn. */
export const placesIn = ({ axes }: DrawableCloud, points: Float32Array): Float32Array =>
  axes
    ? projectOnto(axes, { values: points, rows: points.length / axes.dims, dims: axes.dims })
    : points;

/** What is seen of an embedding of which not all can be, in a sentence; '' when all is. */
export function shareText({ axes }: DrawableCloud): string {
  if (!axes) return '';
  const share = axes.shares.reduce((sum, part) => sum + part, 0);
  return `PCA: 2 of ${axes.dims} dimensions, ${formatPercent(share, 0)} of the variance`;
}
