import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '#training/config.ts';
import { marginLength, marginText } from './marginScale.ts';

test('the margin as a length is its root when distances are squared', () => {
  expect(marginLength({ ...DEFAULT_CONFIG, margin: 0.25 })).toBe(0.5);
  expect(marginLength({ ...DEFAULT_CONFIG, margin: 0.25, distance: 'plain' })).toBe(0.25);
  expect(marginText({ ...DEFAULT_CONFIG, margin: 0.25 })).toBe('√margin = √0.25 = 0.50');
});

test('without a margin the scale is a length of 1', () => {
  expect(marginLength({ ...DEFAULT_CONFIG, softMargin: true, margin: 4 })).toBe(1);
  expect(marginText({ ...DEFAULT_CONFIG, softMargin: true })).toBe('length 1');
});
