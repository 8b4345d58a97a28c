import { expect, test } from 'vitest';
import { movedByKey } from './arrowKeys.ts';

const at = { x: 0.5, y: -0.25 };

test('up is up on the plane, whose y grows upwards', () => {
  expect(movedByKey(at, { key: 'ArrowUp', shiftKey: false })).toEqual({ x: 0.5, y: -0.2 });
});

test('Shift moves a fifth as far', () => {
  const { x } = movedByKey(at, { key: 'ArrowLeft', shiftKey: false }) ?? at;
  const fine = movedByKey(at, { key: 'ArrowLeft', shiftKey: true }) ?? at;
  expect((at.x - fine.x) * 5).toBeCloseTo(at.x - x, 12);
  expect(fine.x).toBeLessThan(at.x);
});

test('a key that is no arrow moves nothing', () => {
  expect(movedByKey(at, { key: 'Home', shiftKey: false })).toBeUndefined();
});
