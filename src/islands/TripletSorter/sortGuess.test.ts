import { describe, expect, test } from 'vitest';
import { initialState } from '#kit/figure/urlState.ts';
import { definition } from './definition.ts';
import { tellSorted, TO_SORT } from './sortGuess.ts';
import { type SorterState, sorterQuantities } from './triplets.ts';

const quantities = sorterQuantities(initialState<SorterState>(definition.settings));
const right = {
  n1: 'hard',
  n2: 'hard',
  n3: 'semi-hard',
  n4: 'semi-hard',
  n5: 'easy',
  n6: 'easy',
} as const;

describe('six triplets that the reader sorts', () => {
  test('are two of each zone to begin with', () => {
    for (const name of TO_SORT) expect(quantities.triplets[name].zone).toBe(right[name]);
  });

  test('are told with their borders when all are right', () => {
    expect(tellSorted(right, quantities)).toBe(
      'All six: hard up to d(a, p) = 0.64, semi-hard from there to d(a, p) + m = 1.14, easy beyond.',
    );
  });

  test('are counted, and the first wrong one is explained', () => {
    expect(tellSorted({ ...right, n1: 'easy' }, quantities)).toBe(
      '5 of 6. n1 is hard: 0.25 is at most d(a, p) = 0.64, so the order is wrong.',
    );
    expect(tellSorted({ ...right, n4: 'hard', n5: 'hard' }, quantities)).toMatch(
      /^4 of 6\. n4 is semi-hard: 1\.00 is more than/,
    );
    expect(tellSorted({ ...right, n6: 'semi-hard' }, quantities)).toMatch(
      /^5 of 6\. n6 is easy: 1\.57 is at least/,
    );
  });

  test('in no basket are wrong', () => {
    expect(tellSorted({}, quantities)).toMatch(/^0 of 6\. n1/);
  });
});
