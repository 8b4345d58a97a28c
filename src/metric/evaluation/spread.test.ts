import { describe, expect, test } from 'vitest';
import { smallestClassGap, withinClassSpread } from './spread.ts';

const line = (...xs: readonly number[]) => ({
  values: Float64Array.from(xs),
  rows: xs.length,
  dims: 1,
});

describe('the spread within the classes', () => {
  test('is the mean distance of the pairs of one class', () => {
    expect(withinClassSpread(line(0, 1, 3, 10, 14), [0, 0, 0, 1, 1])).toBe((1 + 2 + 3 + 4) / 4);
  });

  test('is 0 when no class has two rows, and when every class is one point', () => {
    expect(withinClassSpread(line(0, 1, 3), [0, 1, 2])).toBe(0);
    expect(withinClassSpread(line(2, 2, 5, 5), [0, 0, 1, 1])).toBe(0);
  });
});

describe('the gap between the classes', () => {
  test('is the distance of the closest two rows of different classes', () => {
    expect(smallestClassGap(line(0, 1, 3, 10), [0, 0, 1, 1])).toBe(2);
  });

  test('is infinite when there is one class', () => {
    expect(smallestClassGap(line(0, 1), [5, 5])).toBe(Number.POSITIVE_INFINITY);
  });
});

test('labels that do not fit the rows are refused', () => {
  expect(() => withinClassSpread(line(0, 1), [0])).toThrow('2 embeddings need as many labels');
  expect(() => smallestClassGap(line(0, 1), [0])).toThrow('2 embeddings need as many labels');
});
