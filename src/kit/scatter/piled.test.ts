import { expect, test } from 'vitest';
import { arePiled } from './piled.ts';

test('medians are piled when they lie close along both axes', () => {
  expect(arePiled([100, 100, 110, 105], 16)).toBe(true);
  expect(arePiled([100, 100, 110, 140], 16)).toBe(false);
  expect(arePiled([100, 100, 130, 105], 16)).toBe(false);
});

test('the median of a class without points does not count', () => {
  expect(arePiled([100, 100, Number.NaN, Number.NaN, 110, 105], 16)).toBe(true);
});
