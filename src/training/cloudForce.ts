import { cloudRadius } from '#metric/evaluation/cloudRadius.ts';
import { orderRatio } from '#metric/evaluation/orderRatio.ts';
import { radialShare } from '#metric/evaluation/radialShare.ts';
import type { BatchLoss } from '#metric/batchLoss.ts';

/** What the batch's forces do to the whole cloud. */
export interface CloudForce {
  /** The radius of the batch's cloud, as the loss sees it: see `cloudRadius`. */
  readonly spread: number;
  /** Share of the loss's force that shrinks it, -1 to 1: see `radialShare`. */
  readonly shrinkShare: number;
  /** d_an over d_ap of the batch's hardest triplets, plain: see `orderRatio`. */
  readonly orderRatio: number;
}

/** The forces of a batch's loss, with a group per row. Throws when the groups do not fit the batch. */
export function cloudForce({ seen }: Pick<BatchLoss, 'seen'>, groups: Int32Array): CloudForce {
  const { points, gradient } = seen;
  const rows = groups.length;
  const embeddings = { values: points, rows, dims: points.length / rows };
  return {
    spread: cloudRadius(embeddings),
    shrinkShare: radialShare(embeddings, gradient),
    orderRatio: orderRatio(embeddings, groups),
  };
}
