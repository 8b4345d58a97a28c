import { expect, test } from 'vitest';
import { formatCount, formatNumber } from './numberFormat.ts';

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

test('tells the thousands of a count apart', () => {
  expect([0, 999, 1200, 1234567].map(formatCount)).toEqual(['0', '999', '1,200', '1,234,567']);
});
