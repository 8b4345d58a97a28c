import { plainClamped } from '#metric/conventions/plainClamped.ts';
import { plainSmoothed } from '#metric/conventions/plainSmoothed.ts';
import type { Distance } from '#metric/distances/distance.ts';
import { distances } from '#metric/distances/registry.ts';

/** Every distance, the conventions of others among them. */
export const everyDistance: readonly (readonly [name: string, distance: Distance])[] = [
  ...distances,
  ['plain-clamped', plainClamped],
  ['plain-smoothed', plainSmoothed],
];
