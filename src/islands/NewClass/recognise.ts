import type { Embeddings } from '#metric/embeddings.ts';
import { classMeans, nearestMean, type NearestMean } from '#metric/evaluation/nearestMean.ts';
import type { Sample } from './sample.ts';
import type { Sign, Signs } from './signs.ts';

type Point = ArrayLike<number>;

/** What a drawing is taken for. */
export interface Recognised extends NearestMean {
  /** In the order of the distances. */
  readonly signs: Signs;
  /** Plain distance to every example, sign after sign. */
  readonly toExamples: readonly (readonly number[])[];
}

function rowsOf(points: readonly Point[]): Embeddings {
  const dims = points[0]!.length;
  const values = new Float32Array(points.length * dims);
  points.forEach((point, row) => {
    values.set(Array.from(point), row * dims);
  });
  return { values, rows: points.length, dims };
}

function distance(a: Point, b: Point): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d]! - b[d]!) ** 2;
  return Math.sqrt(sum);
}

/**
 * The sign whose mean is nearest to a drawing, all of them as points of length 1; undefined while there
 * is no sign, or a point is not known yet.
 */
export function recognise(
  signs: Signs,
  query: Sample,
  threshold: number,
  pointOf: (sample: Sample) => Point | undefined,
): Recognised | undefined {
  const at = pointOf(query);
  const points = signs.map(({ samples }: Sign) => samples.map(pointOf));
  const all = points.flat();
  if (!at || all.length === 0 || all.includes(undefined)) return undefined;
  const labels = points.flatMap((of, sign) => of.map(() => sign));
  const means = classMeans(rowsOf(all as Point[]), labels, { unit: true });
  return {
    ...nearestMean(means, at, threshold),
    signs,
    toExamples: points.map((of) => of.map((point) => distance(point!, at))),
  };
}
