import { expect, test } from 'vitest';
import { pointAt } from './HoverReadOut.tsx';

test('the point under the pointer is the last one that is not later', () => {
  const points = [0, 10, 20].map((step) => ({ step, value: step / 10 }));
  expect(pointAt(points, 19)).toEqual({ step: 10, value: 1 });
  expect(pointAt(points, 20)).toEqual({ step: 20, value: 2 });
  expect(pointAt(points, 99)).toEqual({ step: 20, value: 2 });
  expect(pointAt(points, -1)).toBeUndefined();
  expect(pointAt([], 3)).toBeUndefined();
});
