import { expect, test } from 'vitest';
import { pointAt, stepByKey } from './readOut.ts';

test('the point under the pointer is the last one that is not later', () => {
  const points = [0, 10, 20].map((step) => ({ step, value: step / 10 }));
  expect(pointAt(points, 19)).toEqual({ step: 10, value: 1 });
  expect(pointAt(points, 20)).toEqual({ step: 20, value: 2 });
  expect(pointAt(points, 99)).toEqual({ step: 20, value: 2 });
  expect(pointAt(points, -1)).toBeUndefined();
  expect(pointAt([], 3)).toBeUndefined();
});

test('keys lead along the steps: by a fiftieth, by one with Shift, and to either end', () => {
  const by = (key: string, shiftKey = false) => stepByKey({ key, shiftKey }, 500, 1000);
  expect([by('ArrowRight'), by('ArrowLeft', true), by('Home'), by('End')]).toEqual([
    520, 499, 0, 1000,
  ]);
  expect(by('a')).toBeUndefined();
  expect(stepByKey({ key: 'ArrowRight', shiftKey: false }, 1000, 1000)).toBe(1000);
});
