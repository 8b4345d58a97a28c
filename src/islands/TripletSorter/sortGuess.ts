import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { Sorted } from '#kit/guess/GuessBaskets.tsx';
import type { Zone } from '#metric/tripletLoss.ts';
import type { NegativeName, SorterQuantities } from './triplets.ts';

export const ZONES: readonly Zone[] = ['easy', 'semi-hard', 'hard'];
/** The negatives whose triplets are to be sorted. */
export const TO_SORT = [
  'n1',
  'n2',
  'n3',
  'n4',
  'n5',
  'n6',
] as const satisfies readonly NegativeName[];
export type SortedName = (typeof TO_SORT)[number];

/** What a guess at the zones of six triplets tells: how many are right, and why the first is not. */
export function tellSorted(
  sorted: Sorted<SortedName, Zone>,
  { dAP, boundary, triplets }: SorterQuantities,
): string {
  const wrong = TO_SORT.filter((name) => sorted[name] !== triplets[name].zone);
  const [p, border] = [formatNumber(dAP), formatNumber(boundary)];
  const first = wrong[0];
  if (!first)
    return `All six: hard up to d(a, p) = ${p}, semi-hard from there to d(a, p) + m = ${border}, easy beyond.`;
  const { dAN, zone } = triplets[first];
  const n = formatNumber(dAN);
  const why: Readonly<Record<Zone, string>> = {
    hard: `${n} is at most d(a, p) = ${p}, so the order is wrong`,
    'semi-hard': `${n} is more than d(a, p) = ${p}, but less than d(a, p) + m = ${border}`,
    easy: `${n} is at least d(a, p) + m = ${border}, so nothing is lost`,
  };
  return `${TO_SORT.length - wrong.length} of ${TO_SORT.length}. n${first.slice(1)} is ${zone}: ${why[zone]}.`;
}
