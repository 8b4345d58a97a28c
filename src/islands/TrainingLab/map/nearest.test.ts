import { expect, test } from 'vitest';
import { directionOfKey } from '#kit/controls/keys.ts';
import { nearestPoint, nextPoint, walkFrom } from './nearest.ts';

const points = Float32Array.of(10, 10, 20, 10, 40, 12, 20, 60);
const all = () => true;

test('the nearest point is found within reach, and only there', () => {
  expect(nearestPoint(points, { x: 18, y: 11, reach: 5 }, all)).toBe(1);
  expect(nearestPoint(points, { x: 30, y: 40, reach: 5 }, all)).toBeUndefined();
  expect(nearestPoint(points, { x: 18, y: 11, reach: 15 }, (point) => point !== 1)).toBe(0);
});

test('an arrow key leads to the next point on its side', () => {
  const from = { x: 20, y: 10 };
  expect(nextPoint(points, { ...from, direction: directionOfKey('ArrowRight')! }, all)).toBe(2);
  expect(nextPoint(points, { ...from, direction: directionOfKey('ArrowLeft')! }, all)).toBe(0);
  expect(nextPoint(points, { ...from, direction: directionOfKey('ArrowDown')! }, all)).toBe(3);
  expect(
    nextPoint(points, { ...from, direction: directionOfKey('ArrowUp')! }, all),
  ).toBeUndefined();
});

test('a walk begins in the middle, goes on to the next point and stops at the last', () => {
  const walk = (at: number | undefined, arrow: string, size = 40) =>
    walkFrom(points, at, { direction: directionOfKey(arrow)!, size }, all);
  expect(walk(undefined, 'ArrowUp')).toBe(1);
  expect(walk(undefined, 'ArrowUp', 10)).toBe(0);
  expect(walk(1, 'ArrowRight')).toBe(2);
  expect(walk(2, 'ArrowRight')).toBe(2);
});
