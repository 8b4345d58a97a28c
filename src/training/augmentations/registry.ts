import { lookUp } from '#metric/lookUp.ts';
import { type AllOf, parametersOf, type ValuesOf } from '#metric/parameter.ts';
import { type NameOf, registryOf } from '#metric/registry.ts';
import { distortion } from './distortion.ts';
import type { Augmentation, AugmentationEntry } from './entry.ts';
import type { ImageSize } from './imageSize.ts';
import { none } from './none.ts';
import { rotation } from './rotation.ts';

const entries = [none, rotation, distortion] as const;

export type AugmentationName = NameOf<typeof entries>;

export const augmentations: ReadonlyMap<AugmentationName, AugmentationEntry> = registryOf(entries);

/** Every parameter that an augmentation has, by name. */
export const augmentationParameters: AllOf<typeof entries> = parametersOf(entries);

/** The values of all of them together. */
type AugmentationValues = ValuesOf<typeof augmentationParameters>;

/** An augmentation by name. Throws on names that it does not know. */
export const createAugmentation = (
  name: AugmentationName,
  size: ImageSize,
  values: AugmentationValues,
): Augmentation => lookUp(augmentations, 'augmentation', name).create(size, values);
