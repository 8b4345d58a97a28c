import { describe, expect, test } from 'vitest';
import { classMedians, fitView, project } from './embeddingView.ts';

describe('the view', () => {
  test('holds the points', () => {
    const points = Float32Array.of(-1, 0, 3, 4, 1, 2);
    const view = fitView(points, 0.1);
    expect([view.x, view.y]).toEqual([1, 2]);
    for (const pixel of project(points, view, 100)) {
      expect(pixel).toBeGreaterThanOrEqual(0);
      expect(pixel).toBeLessThanOrEqual(100);
    }
  });

  test('does not magnify a collapsed cloud', () => {
    expect(fitView(Float32Array.of(5, 5, 5.001, 5), 1).half).toBe(1);
  });

  test('holds a cloud in space from wherever it is seen', () => {
    const { x, y, z, half } = fitView(Float32Array.of(1, 1, 1, 3, 1, 1, 1, 5, 1, 1, 1, 9), 0.1, 3);
    expect([x, y, z]).toEqual([2, 3, 5]);
    expect(half).toBeGreaterThan(Math.hypot(1, 2, 4));
  });

  test('has y pointing up', () => {
    expect([...project(Float32Array.of(1, 1), { x: 0, y: 0, half: 1 }, 100)]).toEqual([100, 0]);
  });
});

test('each class has the median of its points', () => {
  const medians = classMedians(
    Float32Array.of(0, 0, 2, 9, 1, 1, 7, 7),
    Uint8Array.of(0, 0, 0, 1),
    3,
  );
  expect([...medians]).toEqual([1, 1, 7, 7, Number.NaN, Number.NaN]);
  expect([...classMedians(Float32Array.of(1, 2, 3), [0], 1, 3)]).toEqual([1, 2, 3]);
});
