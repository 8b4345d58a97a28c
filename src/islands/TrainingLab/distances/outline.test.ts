import { expect, test } from 'vitest';
import { outline } from './outline.ts';

test('the outline of a histogram reaches the top at its highest bin and ends on the ground', () => {
  const box = { width: 100, top: 10, bottom: 50 };
  expect(outline(Uint32Array.of(1, 2), box)).toBe('M0,50V30.0H50.0V10.0H100.0V50');
  expect(outline(Uint32Array.of(0, 0), box)).toBe('');
});
