import { fitView } from './embeddingView.ts';
import { alignPlane } from '#metric/alignPlane.ts';
import { principalAxes, projectOnto } from '#metric/pca.ts';

/** A cloud at its own scale. */
interface Picture {
  /** Row-major places of the plane: nearly all from -1 to 1 along both axes. */
  readonly points: Float32Array;
  /** What 1 is in the units of the embedding. */
  readonly half: number;
}

/**
 * A row-major embedding along the two axes of most variance, at the scale of the cloud, so that its
 * order shows however small it is; turned and mirrored as it lay `before`.
 */
export function pictureOf(values: Float32Array, dims: number, before?: Float32Array): Picture {
  const embeddings = { values, rows: values.length / dims, dims };
  const plane = projectOnto(principalAxes(embeddings, 2), embeddings);
  const { x, y, half } = fitView(plane, 0);
  const points = plane.map((value, index) => (value - (index % 2 === 0 ? x : y)) / (half || 1));
  return { points: before?.length === points.length ? alignPlane(points, before) : points, half };
}
