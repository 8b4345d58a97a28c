import { parametersOf } from '#metric/parameter.ts';
import { type NameOf, registryOf } from '#metric/registry.ts';
import { adam } from './adam.ts';
import type { OptimiserEntry } from './entry.ts';
import { sgd } from './sgd.ts';

const entries = [adam, sgd] as const;

export type OptimiserName = NameOf<typeof entries>;

export const optimisers: ReadonlyMap<OptimiserName, OptimiserEntry> = registryOf(entries);

/** Every parameter that an optimiser has besides the learning rate, by name. */
export const optimiserParameters = parametersOf(entries);
