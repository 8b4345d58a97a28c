import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPlane } from './plane.ts';

const plane = createPlane({ extent: 2, size: 480 });

describe('the plane', () => {
  test('puts the origin in the middle and has y grow upwards', () => {
    expect(plane.toPixels({ x: 0, y: 0 })).toEqual({ x: 240, y: 240 });
    expect(plane.toPixels({ x: -2, y: 2 })).toEqual({ x: 0, y: 0 });
    expect(plane.toPixels({ x: 1, y: -1 })).toEqual({ x: 360, y: 360 });
  });

  test('maps to pixels and back', () => {
    const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const back = plane.toUnits(plane.toPixels({ x, y }));
        expect(back.x).toBeCloseTo(x, 12);
        expect(back.y).toBeCloseTo(y, 12);
      }),
    );
  });

  test('keeps points within its bounds and leaves those inside alone', () => {
    expect(plane.clamp({ x: 3, y: -9 })).toEqual({ x: 2, y: -2 });
    expect(plane.clamp({ x: 0.1, y: -2 })).toEqual({ x: 0.1, y: -2 });
  });
});
