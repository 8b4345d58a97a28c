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

test('on a small plane a key moves as little as the plane says', () => {
  const moved = (shiftKey: boolean) => movedByKey(at, { key: 'ArrowRight', shiftKey }, 0.001)!.x;
  expect(moved(false)).toBeCloseTo(0.501, 12);
  expect(moved(true)).toBeCloseTo(0.5002, 12);
});

test('a key that is no arrow moves nothing', () => {
  expect(movedByKey(at, { key: 'Home', shiftKey: false })).toBeUndefined();
});
