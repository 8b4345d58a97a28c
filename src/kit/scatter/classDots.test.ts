import { expect, test } from 'vitest';
import { classDots } from './classDots.ts';

test('the dots of a class are its own, from top to bottom', () => {
  const places = [5, 9, 1, 2, 7, 7, 3, 2];
  expect(classDots(places, [4, 4, 0, 4], 4)).toBe('m1 2h0m2 0h0m2 7h0');
  expect(classDots(places, [4, 4, 0, 4], 9)).toBe('');
});
