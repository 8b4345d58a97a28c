import { expect, test } from 'vitest';
import { mapScale } from './mapScale.ts';

test.each([
  [0.75, 0.2, '0.2'],
  [1.7, 1, '1'],
  [3.6, 2, '2'],
  [21, 10, '10'],
  [40, 20, '20'],
  [0.009, 0.005, '0.005'],
])('a map that reaches %d to each side has a bar of %d', (half, length, text) => {
  const scale = mapScale(half);
  expect(scale.length).toBeCloseTo(length, 12);
  expect(scale.text).toBe(text);
});

test('the bar takes between a tenth and a third of the map', () => {
  for (let half = 0.01; half < 500; half *= 1.07) {
    const share = mapScale(half).length / (2 * half);
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(1 / 3);
  }
});
