import { expect, test } from 'vitest';
import { ARROWS, nearestPoint, nextPoint } from './nearest.ts';

const points = Float32Array.of(10, 10, 20, 10, 40, 12, 20, 60);
const all = () => true;

test('the nearest point is found within reach, and only there', () => {
  expect(nearestPoint(points, { x: 18, y: 11, reach: 5 }, all)).toBe(1);
  expect(nearestPoint(points, { x: 30, y: 40, reach: 5 }, all)).toBeUndefined();
  expect(nearestPoint(points, { x: 18, y: 11, reach: 15 }, (point) => point !== 1)).toBe(0);
});

test('an arrow key leads to the next point on its side', () => {
  const from = { x: 20, y: 10 };
  expect(nextPoint(points, { ...from, direction: ARROWS['ArrowRight']! }, all)).toBe(2);
  expect(nextPoint(points, { ...from, direction: ARROWS['ArrowLeft']! }, all)).toBe(0);
  expect(nextPoint(points, { ...from, direction: ARROWS['ArrowDown']! }, all)).toBe(3);
  expect(nextPoint(points, { ...from, direction: ARROWS['ArrowUp']! }, all)).toBeUndefined();
});
