import type { Buffers } from '#kernels/webgpu/buffers.ts';
import type { GatherChanges } from '#kernels/webgpu/gather.ts';
import type { ImageChange } from '#kernels/webgpu/stepRecord.ts';
import type { Change, Changes } from '../augmentations/entry.ts';
import type { ImageSize } from '../augmentations/imageSize.ts';
import { UNMOVED } from '../augmentations/warp.ts';
import { mapBack } from './mapBack.ts';

/** Whether an augmentation changes anything. */
export const changesImages = ({ warps, erases, noise }: Changes): boolean =>
  Boolean(warps || erases || noise);

/** What the card does to images under an augmentation. */
export const gatherChanges = (
  { warps = false, erases, noise }: Changes,
  buffers: Buffers,
): GatherChanges => ({
  warps,
  ...(erases && { erases }),
  ...(noise && { noise: { kept: buffers.holding(noise), count: noise.length } }),
});

/** What was drawn for an image, as the card is told of it. */
export const imageChange = (
  { warp = UNMOVED, erased = [0, 0], noise = 0 }: Change,
  size: ImageSize,
): ImageChange => ({ mapBack: mapBack(warp, size), erased, noise });
