import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BINS, binsAtFar, ratesAtBin } from '#metric/evaluation/verificationSummary.ts';
import { isStrictAndUseful } from './challenge.ts';
import type { Measured } from './definition.ts';

const measured: Measured = JSON.parse(
  readFileSync(new URL('../../../src/data/files/verification.json', import.meta.url), 'utf8'),
);

/** The numbers of bins to accept that meet the challenge. */
const met = (source: 'raw' | 'untrained' | 'pretrained') =>
  Array.from({ length: BINS + 1 }, (_, accepted) => accepted).filter((accepted) =>
    isStrictAndUseful(ratesAtBin(measured[source]!.test, accepted)),
  );

test('some thresholds of the trained network let in 1 % at most and refuse one in five at most', () => {
  expect(met('pretrained').length).toBeGreaterThan(1);
});

test.each(['raw', 'untrained'] as const)(
  'none does by %s, where 1 % false accepts leaves more than nine in ten refused',
  (source) => {
    const { test: pairs } = measured[source]!;
    expect(met(source)).toEqual([]);
    expect(ratesAtBin(pairs, binsAtFar(pairs, 0.01)).frr).toBeGreaterThan(0.9);
  },
);

test('nothing is met before there is anything to judge by', () => {
  expect(isStrictAndUseful(undefined)).toBe(false);
});
