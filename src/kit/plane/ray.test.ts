import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlane } from './plane.ts';
import { length, subtract } from './point.ts';
import { atDistance, reachWithin } from './ray.ts';

const plane = createPlane({ extent: 2, size: 400 });
const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });

test('a point moved along its ray has the distance asked for', () => {
  fc.assert(
    fc.property(point, point, fc.double({ min: 0, max: 3, noNaN: true }), (from, to, distance) => {
      fc.pre(length(subtract(to, from)) === 0 || length(subtract(to, from)) > 1e-6);
      expect(length(subtract(atDistance(from, to, distance), from))).toBeCloseTo(distance, 9);
    }),
  );
});

test('the end of its reach lies on the border of the plane', () => {
  fc.assert(
    fc.property(point, point, (from, to) => {
      fc.pre(length(subtract(to, from)) > 1e-6);
      const { x, y } = atDistance(from, to, reachWithin(plane, from, to));
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeCloseTo(2, 6);
    }),
  );
});

test('coincident points part to the right', () => {
  const here = { x: 1, y: 1 };
  expect(atDistance(here, here, 0.5)).toEqual({ x: 1.5, y: 1 });
  expect(reachWithin(plane, here, here)).toBe(1);
});
