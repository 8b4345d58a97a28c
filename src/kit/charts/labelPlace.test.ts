import { expect, test } from 'vitest';
import { labelBaseline } from './labelPlace.ts';

const rising = Array.from({ length: 40 }, (_, k) => 100 - k);
const falling = Array.from({ length: 40 }, (_, k) => 100 + k);
const place = (heights: readonly number[], preferBelow = false, bottom = 250) =>
  labelBaseline(100, { heights, preferBelow, bottom });

test('a word stands below a curve that rises along it, and above one that falls', () => {
  expect(place(rising)).toBeGreaterThan(100);
  expect(place(falling)).toBeLessThan(100);
  expect(place(falling, true)).toBeLessThan(100);
});

test('beside a level curve it takes the side that is asked for', () => {
  const level = Array<number>(40).fill(100);
  expect(place(level)).toBeLessThan(100);
  expect(place(level, true)).toBeGreaterThan(100);
});

test('no word falls under the axis', () => {
  expect(place(rising, true, 110)).toBeLessThan(100);
});
