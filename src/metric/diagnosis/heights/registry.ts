import { type NameOf, registryOf } from '../../registry.ts';
import { notANumber, zero } from './ends.ts';
import type { Height } from './height.ts';
import { exactMargin, halfMargin, hoverAtMargin, ln2 } from './hinge.ts';
import { halfShareOfMargin, kindsApart, shareOfMargin, squareOfMargin } from './pairs.ts';
import {
  blindOfBatch,
  blindOfClasses,
  blindOfNegatives,
  blindOfOthers,
  blindOfPart,
  blindOfTwoViews,
  bothDirectionsSummed,
  timesTemperature,
} from './softmax.ts';

const entries = [
  exactMargin,
  ln2,
  halfMargin,
  hoverAtMargin,
  shareOfMargin,
  halfShareOfMargin,
  squareOfMargin,
  kindsApart,
  blindOfTwoViews,
  bothDirectionsSummed,
  timesTemperature,
  blindOfOthers,
  blindOfBatch,
  blindOfPart,
  blindOfNegatives,
  blindOfClasses,
  zero,
  notANumber,
] as const satisfies readonly Height[];

/** Every height at which a loss is known to stand, in the order in which they are told. */
export const heights: ReadonlyMap<NameOf<typeof entries>, Height> = registryOf(entries);
