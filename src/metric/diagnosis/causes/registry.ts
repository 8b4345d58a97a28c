import { type NameOf, registryOf } from '../../registry.ts';
import { emptyBatch, noPositive, onlySimilar } from './batch.ts';
import { badInput, diverged, rootOfZero, smallTemperature } from './broken.ts';
import type { Cause } from './cause.ts';
import { collapse, notStepping, smallInOrder, unaligned } from './cloud.ts';
import {
  accumulation,
  bluntTemperature,
  falseNegatives,
  strongViews,
  weakViews,
} from './contrast.ts';
import { healthyHover, memorised, nothingLeft } from './health.ts';

const entries = [
  collapse,
  smallInOrder,
  healthyHover,
  unaligned,
  accumulation,
  bluntTemperature,
  strongViews,
  falseNegatives,
  weakViews,
  emptyBatch,
  onlySimilar,
  nothingLeft,
  noPositive,
  smallTemperature,
  rootOfZero,
  diverged,
  badInput,
  memorised,
  notStepping,
] as const satisfies readonly Cause[];

/** What makes a loss stand still, in the order in which it is told. */
export const causes: ReadonlyMap<NameOf<typeof entries>, Cause> = registryOf(entries);
