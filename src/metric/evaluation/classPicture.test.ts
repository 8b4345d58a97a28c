import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { classDistances } from './classDistances.ts';
import { distanceHistogram } from './distanceHistogram.ts';

const points = { values: Float64Array.of(0, 0, 2, 0, 1, 3, 1, 5), rows: 4, dims: 2 };
const labels = [7, 7, 2, 2];

describe('the distances between the means of classes', () => {
  test('are those of the means, in the order of the labels', () => {
    const { labels: known, distances } = classDistances(points, labels);
    expect(known).toEqual([2, 7]);
    expect([...distances]).toEqual([0, 4, 4, 0]);
  });

  test('need a label for every point', () => {
    expect(() => classDistances(points, [1])).toThrow('4 embeddings need as many labels, not 1');
  });
});

describe('a histogram of distances', () => {
  const options = { bins: 4, pairs: 100, random: createRandom(1) };

  test('counts every pair once, by kind, when there are few', () => {
    const { end, positive, negative } = distanceHistogram(points, labels, options);
    expect(end).toBeCloseTo(Math.sqrt(26), 12);
    expect([...positive]).toEqual([0, 2, 0, 0]);
    expect([...negative]).toEqual([0, 0, 2, 2]);
  });

  test('of many points draws as many pairs as it may, never a point with itself', () => {
    const rows = 500;
    const values = Float64Array.from({ length: rows }, (_, row) => row);
    const { positive, negative } = distanceHistogram(
      { values, rows, dims: 1 },
      Array.from({ length: rows }, (_, row) => row % 2),
      { bins: rows, pairs: 10_000, random: createRandom(3) },
    );
    const total = (counts: Uint32Array) => counts.reduce((sum, count) => sum + count, 0);
    expect(total(positive) + total(negative)).toBe(10_000);
    expect(positive[0]! + negative[0]!).toBe(0);
    expect(total(positive) / 10_000).toBeCloseTo(0.5, 1);
  });

  test('of coincident points is one bin at 0', () => {
    const { end, positive } = distanceHistogram(
      { values: new Float32Array(6), rows: 3, dims: 2 },
      [1, 1, 1],
      options,
    );
    expect(end).toBe(0);
    expect([...positive]).toEqual([3, 0, 0, 0]);
  });
});
