import { lookUp } from '#metric/lookUp.ts';
import { type NameOf, registryOf } from '#metric/registry.ts';
import type { Augmentation, AugmentationEntry, ImageSize } from './entry.ts';
import { none } from './none.ts';
import { rotation } from './rotation.ts';

const entries = [none, rotation] as const;

export type AugmentationName = NameOf<typeof entries>;

export const augmentations: ReadonlyMap<AugmentationName, AugmentationEntry> = registryOf(entries);

/** An augmentation by name. Throws on names that it does not know. */
export const createAugmentation = (name: AugmentationName, size: ImageSize): Augmentation =>
  lookUp(augmentations, 'augmentation', name).create(size);
