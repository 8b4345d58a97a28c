import { describe, expect, test } from 'vitest';
import {
  bottomOf,
  FINE,
  path,
  roundUp,
  runningMean,
  thin,
  topOf,
  toX,
  toY,
  valueAt,
} from './curve.ts';
import { spreadOut } from './spreadOut.ts';

const points = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ step: index + 1, value: index % 2 }));

test('a long curve is thinned to means that end at its last step', () => {
  const thinned = thin(points(1001), FINE);
  expect(thinned.length).toBeLessThanOrEqual(FINE);
  expect(thinned.at(-1)?.step).toBe(1001);
  const short = points(10);
  expect(thin(short, FINE)).toBe(short);
});

test.each([
  [0.3, 0.5],
  [0.5, 0.5],
  [0.51, 1],
  [14, 20],
  [1e-6, 1e-6],
])('%f is rounded up to %f', (value, round) => expect(roundUp(value)).toBeCloseTo(round, 9));

test('a curve starts at its first point and is cut off at the top of the scale', () => {
  const scale = { lastStep: 100, highest: 1 };
  expect(path(scale, [])).toBe('');
  expect(path(scale, [{ step: 0, value: 5 }])).toBe(`M${toX(scale, 0)} ${toY(scale, 1)}`);
});

test('one spike does not flatten the rest of a scale, and a level has room beneath its top', () => {
  const curve = points(100);
  expect(topOf([curve])).toBe(1);
  expect(topOf([[{ step: 0, value: 900 }, ...curve]])).toBe(1);
  expect(topOf([curve], 3)).toBe(5);
  expect(topOf([[]])).toBe(1);
  expect(bottomOf([curve, []])).toBe(0);
  expect(bottomOf([curve, [{ step: 0, value: -3 }]])).toBe(-5);
});

test('labels that would overlap move down, in the order of their heights', () => {
  expect(spreadOut([50, 10, 52], 15)).toEqual([50, 10, 65]);
});

describe('curves that are read and smoothed', () => {
  const points = [3, 1, 5, 7, 4].map((value, index) => ({ step: 10 * index, value }));

  test('a running mean takes as many neighbours on either side, and leaves the ends as they are', () => {
    expect(runningMean(points, 1).map(({ value }) => value)).toEqual([3, 3, 13 / 3, 16 / 3, 4]);
    expect(runningMean(points, 9).map(({ value }) => value)).toEqual([3, 3, 4, 16 / 3, 4]);
    expect(runningMean([], 5)).toEqual([]);
  });

  test('between two points a curve has the value of the earlier one', () => {
    expect([0, 9, 10, 999].map((step) => valueAt(points, step))).toEqual([3, 3, 1, 4]);
    expect(valueAt([{ step: 5, value: 2 }], 0)).toBe(2);
    expect(valueAt([], 0)).toBeUndefined();
  });
});
