import { lookUp } from '../lookUp.ts';
import { type NameOf, registryOf } from '../registry.ts';
import type { Distance } from './distance.ts';
import type { DistanceEntry } from './entry.ts';
import { plain } from './plain.ts';
import { squared } from './squared.ts';

const entries = [squared, plain] as const;

export type DistanceName = NameOf<typeof entries>;

export const distances: ReadonlyMap<DistanceName, DistanceEntry> = registryOf(entries);

/** A distance by name, or one of your own making as it is. Throws on unknown names. */
export const toDistance = (chosen: DistanceName | Distance): Distance =>
  typeof chosen === 'string' ? lookUp(distances, 'distance', chosen) : chosen;
