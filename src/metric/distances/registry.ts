import type { Distance } from './distance.ts';
import { plain } from './plain.ts';
import { plainClamped } from './plainClamped.ts';
import { plainSmoothed } from './plainSmoothed.ts';
import { squared } from './squared.ts';

export type DistanceName = 'squared' | 'plain' | 'plain-clamped' | 'plain-smoothed';

export const distances: ReadonlyMap<DistanceName, Distance> = new Map<DistanceName, Distance>([
  ['squared', squared],
  ['plain', plain],
  ['plain-clamped', plainClamped],
  ['plain-smoothed', plainSmoothed],
]);
