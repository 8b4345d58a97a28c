import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discBrush, drawRule, fillPixels, type Pixels, pressStamp, type Rgb } from './pixels.ts';

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const SIDE = 40;

function paper(): Pixels {
  const pixels = { data: new Uint8ClampedArray(4 * SIDE * SIDE), width: SIDE, height: SIDE };
  fillPixels(pixels, WHITE);
  return pixels;
}

/** The darkness of all pixels together, and its middle. */
function inkOf({ data, width }: Pixels) {
  let [sum, x, y] = [0, 0, 0];
  for (let pixel = 0; pixel < data.length / 4; pixel++) {
    const ink = 1 - data[4 * pixel]! / 255;
    sum += ink;
    x += ink * ((pixel % width) + 0.5);
    y += ink * (Math.floor(pixel / width) + 0.5);
  }
  return { sum, x: x / sum, y: y / sum };
}

describe('a disc', () => {
  test('covers its area, around its middle, wherever it lies', () => {
    const place = fc.double({ min: 10, max: 30, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1.5, max: 6, noNaN: true }), place, place, (radius, x, y) => {
        const pixels = paper();
        discBrush(radius)(pixels, x, y, BLACK, 1);
        const ink = inkOf(pixels);
        const area = Math.PI * radius ** 2;
        expect(Math.abs(ink.sum - area)).toBeLessThan(0.1 * area);
        // An eighth of a pixel either way, and what the bytes round.
        expect(Math.hypot(ink.x - x, ink.y - y)).toBeLessThan(0.25);
      }),
    );
  });

  test('of half opacity is half as dark', () => {
    const pixels = paper();
    discBrush(4)(pixels, 20, 20, BLACK, 0.5);
    expect(pixels.data[4 * (20 * SIDE + 20)]).toBe(128);
  });

  test('is cut at the edge and left out beyond it', () => {
    const pixels = paper();
    const brush = discBrush(4);
    brush(pixels, 0, 20, BLACK, 1);
    expect(inkOf(pixels).sum).toBeCloseTo(Math.PI * 8, 0);
    const before = pixels.data.slice();
    for (const x of [-9, SIDE + 9, Number.NaN, Infinity]) brush(pixels, x, 20, BLACK, 1);
    expect(pixels.data).toEqual(before);
  });
});

test('a stamp colours what it covers', () => {
  const pixels = paper();
  pressStamp(
    pixels,
    { side: 2, cover: Uint8Array.of(255, 0, 0, 51) },
    { left: 3, top: 5 },
    [200, 0, 0],
    1,
  );
  const at = (x: number, y: number) => [...pixels.data.slice(4 * (y * SIDE + x)).slice(0, 4)];
  expect(at(3, 5)).toEqual([200, 0, 0, 255]);
  expect(at(4, 5)).toEqual([255, 255, 255, 255]);
  expect(at(4, 6)).toEqual([244, 204, 204, 255]);
});

test.each(['across', 'down'] as const)(
  'a rule %s is as dark between two pixels as on one',
  (direction) => {
    for (const place of [20, 20.5, 20.75]) {
      const pixels = paper();
      drawRule(pixels, direction, place, 1, BLACK);
      const ink = inkOf(pixels);
      expect(ink.sum).toBeCloseTo(SIDE, 0);
      expect(ink[direction === 'down' ? 'x' : 'y']).toBeCloseTo(place, 1);
    }
  },
);
