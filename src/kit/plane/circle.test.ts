import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCirclePlane, degreesApart, degreesOf, onCircle } from './circle.ts';

const degrees = fc.integer({ min: -1799, max: 1800 }).map((tenths) => tenths / 10);

describe('the unit circle', () => {
  test('has its places by their angles, to a tenth of a degree', () => {
    fc.assert(
      fc.property(degrees, (angle) => {
        const place = onCircle(angle);
        expect(Math.hypot(place.x, place.y)).toBeCloseTo(1, 12);
        expect(degreesApart(degreesOf(place), angle)).toBeCloseTo(0, 9);
      }),
    );
  });

  test('has the smaller of two angles between directions', () => {
    expect(degreesApart(170, -170)).toBe(20);
    expect(degreesApart(-90, 90)).toBe(180);
    expect(degreesApart(10, 370)).toBe(0);
  });

  test('keeps the points of its plane, wherever they are dragged', () => {
    const plane = createCirclePlane({ extent: 1.5, size: 300 });
    expect(plane.clamp({ x: 0, y: 1.4 }).x).toBeCloseTo(0, 12);
    const { x, y } = plane.clamp({ x: 0.3, y: 0.3 });
    expect(x).toBeCloseTo(Math.SQRT1_2, 12);
    expect(y).toBeCloseTo(Math.SQRT1_2, 12);
    expect(Object.is(plane.clamp({ x: 0, y: 0 }).x, 1)).toBe(true);
  });
});
