import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from './point.ts';
import { dotsPath, linePath, lineParts } from './svgPath.ts';

const points = fc.array(
  fc.record({
    x: fc.double({ min: -600, max: 600, noNaN: true }),
    y: fc.double({ min: -600, max: 600, noNaN: true }),
  }),
  { maxLength: 40 },
);

/** The places that a path of moves and lines comes to, by what SVG says. */
function visited(path: string): Point[] {
  let at = { x: 0, y: 0 };
  return (path.match(/[Mlm][^Mlmh]*/g) ?? []).flatMap((command) => {
    const numbers = (command.slice(1).match(/-?\d*\.?\d+/g) ?? []).map(Number);
    return Array.from({ length: numbers.length / 2 }, (_, k) => {
      at = { x: at.x + numbers[2 * k]!, y: at.y + numbers[2 * k + 1]! };
      return at;
    });
  });
}

/** Whole tenths, as text: sums of tenths are not exact. */
const tenths = (places: readonly Point[]) =>
  places.map(({ x, y }) => `${Math.round(10 * x) + 0},${Math.round(10 * y) + 0}`);

const withoutRepeats = (places: readonly string[]) =>
  places.filter((place, k) => k === 0 || place !== places[k - 1]);

describe('a path along points', () => {
  it('comes to each of them, to a tenth, however long it is', () => {
    fc.assert(
      fc.property(points, (places) => {
        expect(tenths(visited(linePath(places)))).toEqual(withoutRepeats(tenths(places)));
      }),
    );
  });

  it('is written as shortly as SVG reads it', () => {
    expect(
      linePath([
        { x: 52, y: 246.62 },
        { x: 52, y: 246.6 },
        { x: 52.4, y: 246.1 },
        { x: 50, y: 250 },
      ]),
    ).toBe('M52 246.6l.4-.5l-2.4 3.9');
  });

  it('is nothing without points, and a place with one', () => {
    expect(linePath([])).toBe('');
    expect(linePath([{ x: 1, y: -2 }])).toBe('M1-2');
  });
});

describe('the parts of a path', () => {
  it('make a path to each of the points, so many of them in front', () => {
    fc.assert(
      fc.property(points, fc.nat(40), (places, count) => {
        const path = lineParts(places).slice(0, count).join('');
        expect(tenths(visited(path))).toEqual(tenths(places.slice(0, count)));
      }),
    );
  });
});

describe('a path of dots', () => {
  it('has each place in turn', () => {
    fc.assert(
      fc.property(points, (places) => {
        const path = dotsPath(places);
        expect(tenths(visited(path))).toEqual(tenths(places));
        expect(path.split('h0')).toHaveLength(places.length + 1);
      }),
    );
  });
});
