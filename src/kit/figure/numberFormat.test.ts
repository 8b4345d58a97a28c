import { expect, test } from 'vitest';
import { formatNumber } from './numberFormat.ts';

test('has two digits after the point', () => {
  expect(formatNumber(0.5)).toBe('0.50');
  expect(formatNumber(12.345)).toBe('12.35');
  expect(formatNumber(7, 0)).toBe('7');
});

test('has a true minus sign', () => {
  expect(formatNumber(-1.25)).toBe('−1.25');
});

test('has no negative zero', () => {
  expect(formatNumber(-0.001)).toBe('0.00');
  expect(formatNumber(-0)).toBe('0.00');
});
