import { expect, test } from 'vitest';
import { niceCeiling, niceTicks } from './ticks.ts';

test('a nice ceiling is the next 1, 2 or 5 of its power of ten', () => {
  expect([0.8, 1, 1.2, 3, 7, 20, 0.03].map(niceCeiling)).toEqual([1, 1, 2, 5, 10, 20, 0.05]);
});

test('the ceiling of nothing is 1', () => {
  expect([0, -3, Number.NaN].map(niceCeiling)).toEqual([1, 1, 1]);
});

test('ticks are round and stay within their range', () => {
  expect(niceTicks(0, 1, 4)).toEqual([0, 0.5, 1]);
  expect(niceTicks(300, 900, 4)).toEqual([400, 600, 800]);
  expect(niceTicks(0, 0.2, 4)).toEqual([0, 0.05, 0.1, 0.15, 0.2]);
});
