import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backToFront, dragOrbit, keyOrbit, projectOrbit, turnBy } from './orbit.ts';

const angle = fc.double({ min: -3, max: 3, noNaN: true });
const tilt = fc.double({ min: -1.5, max: 1.5, noNaN: true });
const triple = fc.array(fc.float({ min: -9, max: 9, noNaN: true }), {
  minLength: 3,
  maxLength: 3,
});

describe('an orbit', () => {
  test('that is level and unturned shows the first two axes, the third comes near', () => {
    const { plane, depths } = projectOrbit(Float32Array.of(1, 2, 3), { turn: 0, tilt: 0 });
    expect([...plane, ...depths]).toEqual([1, 2, 3]);
  });

  test('from above shows the far side higher', () => {
    const { plane } = projectOrbit(Float32Array.of(0, 0, 1, 0, 0, -1), { turn: 0, tilt: 0.5 });
    expect(plane[1]).toBeLessThan(plane[3]!);
  });

  test('changes no length: plane and depth together are a rotation', () => {
    fc.assert(
      fc.property(triple, angle, tilt, (point, turn, at) => {
        const { plane, depths } = projectOrbit(Float32Array.from(point), { turn, tilt: at });
        expect(Math.hypot(...plane, ...depths)).toBeCloseTo(Math.hypot(...point), 3);
      }),
    );
  });

  test('follows the pointer with its near side', () => {
    const near = Float32Array.of(0, 0, 1);
    const level = { turn: 0, tilt: 0 };
    expect(projectOrbit(near, dragOrbit(level, 50, 0, 500)).plane[0]).toBeGreaterThan(0.2);
    // The screen's y points down, the plane's up.
    expect(projectOrbit(near, dragOrbit(level, 0, 50, 500)).plane[1]).toBeLessThan(-0.2);
  });

  test('wraps around the turn and stops at the poles', () => {
    fc.assert(
      fc.property(angle, tilt, angle, angle, (turn, at, dTurn, dTilt) => {
        const turned = turnBy({ turn, tilt: at }, dTurn, dTilt);
        expect(Math.abs(turned.turn)).toBeLessThanOrEqual(Math.PI);
        expect(Math.abs(turned.tilt)).toBeLessThanOrEqual(Math.PI / 2);
      }),
    );
  });

  test('turns by arrow keys, with Shift by less, and leaves other keys alone', () => {
    const level = { turn: 0, tilt: 0 };
    const coarse = keyOrbit(level, 'ArrowRight', false)!;
    const fine = keyOrbit(level, 'ArrowRight', true)!;
    expect(coarse.turn).toBeCloseTo(5 * fine.turn, 12);
    expect(coarse.turn).toBeGreaterThan(0);
    expect(keyOrbit(level, 'Tab', false)).toBeUndefined();
  });

  test('has its points from back to front', () => {
    expect([...backToFront(Float32Array.of(3, -1, 2))]).toEqual([1, 2, 0]);
  });

  test('refuses numbers that are no triples', () => {
    expect(() => projectOrbit(new Float32Array(4), { turn: 0, tilt: 0 })).toThrow('three numbers');
  });
});
