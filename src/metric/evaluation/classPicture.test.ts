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

  test('of several classes form a symmetric table, whatever their sizes', () => {
    const embeddings = { values: Float64Array.of(0, 0, 3, 1, 3, 7, 6, 8), rows: 4, dims: 2 };
    const { labels: known, distances } = classDistances(embeddings, [10, 9, 9, -1]);
    // Means: -1 at (6, 8), 9 at (3, 4), 10 in the origin.
    expect(known).toEqual([-1, 9, 10]);
    expect([...distances]).toEqual([0, 5, 10, 5, 0, 5, 10, 5, 0]);
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

  test('takes every pair when they are as many as may be drawn, and counts the ends of its bins', () => {
    const onLine = { values: Float64Array.of(0, 1, 2, 4), rows: 4, dims: 1 };
    const never = () => {
      throw new Error('nothing is left to chance');
    };
    const all = { bins: 4, pairs: 6, random: never };
    const { end, positive, negative } = distanceHistogram(onLine, [1, 1, 2, 2], all);
    // Distances 1 and 2 within the classes; 2, 4, 1 and 3 across them. A bin begins at its lower end.
    expect(end).toBe(4);
    expect([...positive]).toEqual([0, 1, 1, 0]);
    expect([...negative]).toEqual([0, 1, 1, 2]);
    const fewer = { ...all, pairs: 5, random: createRandom(1) };
    const drawn = distanceHistogram(onLine, [1, 1, 2, 2], fewer);
    expect([...drawn.positive, ...drawn.negative].reduce((sum, count) => sum + count)).toBe(5);
  });

  test('needs a label for every point', () => {
    expect(() => distanceHistogram(points, [1], options)).toThrow('as many labels, not 1');
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
