import type { ImageSize } from '../augmentations/imageSize.ts';
import { stepsBack, type Warp } from '../augmentations/warp.ts';

/**
 * Where a pixel was before, as six numbers: where the centre went, its column c and its row r, then the
 * steps of x for each column and each row from there, and those of y. About the middle of the image
 * x = [2] · (column − c) + [3] · (row − r), and y likewise with [4] and [5].
 */
export function mapBack(warp: Warp, { height, width }: ImageSize): readonly number[] {
  const { xOfColumn, xOfRow, yOfColumn, yOfRow } = stepsBack(warp);
  const centre = [(width - 1) / 2 + warp.right, (height - 1) / 2 + warp.down];
  return [...centre, xOfColumn, xOfRow, yOfColumn, yOfRow];
}
