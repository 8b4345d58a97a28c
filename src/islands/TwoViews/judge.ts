import type { Embeddings } from '#metric/embeddings.ts';
import { alignment } from '#metric/evaluation/alignment.ts';
import { coordinateSpread } from '#metric/evaluation/coordinateSpread.ts';
import { fewLabelsAccuracy } from '#metric/evaluation/fewLabels.ts';
import { uniformity } from '#metric/evaluation/uniformity.ts';
import { normaliseRows } from '#metric/normalise.ts';
import { createRandom } from '#metric/random.ts';
import { FEW, type FewLabels } from './few.ts';

const SEED = 7;

/** Always with the same examples, so that what differs is the embedding. */
export const judgeFewLabels = (
  embeddings: Embeddings,
  labels: ArrayLike<number>,
  effort: { readonly draws: number; readonly queries?: number },
): FewLabels =>
  Object.fromEntries(
    FEW.map((perClass) => [
      perClass,
      fewLabelsAccuracy({ embeddings, labels, perClass, random: createRandom(SEED), ...effort }),
    ]),
  ) as FewLabels;

/** Where a cloud stands between collapse and an even spread. */
export interface Shape {
  /** Mean standard deviation of a coordinate, as the loss sees the embedding. */
  readonly std: number;
  /** On the unit sphere: the mean squared distance of two digits of one class. */
  readonly alignment: number;
  /** On the unit sphere: ln of the mean of exp(-2d²) over all pairs. */
  readonly uniformity: number;
}

/** Pairs grow with the square of the rows: so many tell as much. */
const PAIRED = 500;

/** The shape of a cloud of labelled rows; alignment and uniformity of the first of them. */
export function shapeOf(embeddings: Embeddings, labels: ArrayLike<number>): Shape {
  const { values, dims } = embeddings;
  const rows = Math.min(PAIRED, embeddings.rows);
  const some = { values: values.subarray(0, rows * dims), rows, dims };
  const unit = { ...some, values: normaliseRows(some) };
  return {
    std: coordinateSpread(embeddings),
    alignment: alignment(unit, Array.prototype.slice.call(labels, 0, rows)).value,
    uniformity: uniformity(unit).value,
  };
}
