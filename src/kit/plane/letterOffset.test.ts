import { expect, test } from 'vitest';
import { letterOffset } from './letterOffset.ts';
import { createPlane } from './plane.ts';

const plane = createPlane({ extent: 2, size: 480 });

test('a letter stands in the direction asked for', () => {
  expect(letterOffset(plane, { x: 0, y: 0 }, { x: 0, y: -1 })).toEqual({ x: 0, y: -24 });
});

test('a letter that would leave the plane stands on another side of its point', () => {
  const { y } = letterOffset(plane, { x: 0, y: 2 }, { x: 0, y: -1 });
  expect(y).toBe(24);
  const corner = letterOffset(plane, { x: 1.85, y: 1.85 }, { x: Math.SQRT1_2, y: -Math.SQRT1_2 });
  expect(corner.x).toBeLessThan(0);
  expect(corner.y).toBeGreaterThan(0);
});
