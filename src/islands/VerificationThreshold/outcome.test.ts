import { expect, test } from 'vitest';
import type { VerificationSummary } from '#metric/evaluation/verificationSummary.ts';
import { formatDistance, type ThresholdQuantities } from './definition.ts';
import { medianApart, outcomeOf } from './outcome.ts';

const NONE = { value: 0, low: 0, high: 0 };

/** Half of the impostor pairs within the first half of the bins. */
const spreadTo = (end: number) =>
  ({
    test: {
      ...{ end, genuine: [1, 0, 0, 0], impostor: [1, 1, 1, 1] },
      ...{ eer: NONE, tarAt1e2: NONE, tarAt1e3: NONE },
      ...{ nearestImpostors: [], farthestGenuine: [], examples: [] },
    } satisfies VerificationSummary,
  }) as unknown as ThresholdQuantities;

test('half of the impostor pairs lie within the median distance', () => {
  expect(medianApart(spreadTo(2).test)).toBe(1);
});

test('a network that has brought everybody to one place is called collapsed, with its numbers', () => {
  expect(outcomeOf('trained', spreadTo(0.02))).toMatch(
    /^Collapsed: pictures of two people are 0\.0100 apart .* 1\.41 apart/,
  );
  expect(outcomeOf('digits', spreadTo(0.02))).toContain('pictures of two digits');
});

test('a network that has not says by whom its threshold was chosen, and one not made here nothing', () => {
  expect(outcomeOf('trained', spreadTo(2))).toContain('on the pairs of 60 other people');
  expect(outcomeOf('digits', spreadTo(2))).toContain('on pairs of digits 0 to 7');
  expect(outcomeOf('raw', spreadTo(0.02))).toBe('');
  expect(outcomeOf('trained', undefined)).toBe('');
});

test('distances have as many digits as tell the bars of their axis apart', () => {
  expect(formatDistance(0.865, 2)).toBe('0.86');
  for (const end of [2, 0.6, 0.06, 0.015, 0.002]) {
    const bars = Array.from({ length: 41 }, (_, bar) => formatDistance((bar * end) / 40, end));
    expect(new Set(bars).size).toBe(41);
  }
});
