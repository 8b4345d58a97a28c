import { describe, expect, test } from 'vitest';
import { drawPoints } from './drawPoints.ts';
import type { Rgb } from './pixels.ts';

const WHITE: Rgb = [255, 255, 255];
const RED: Rgb = [200, 0, 0];
const BLUE: Rgb = [0, 0, 200];

function draw(points: number[], isolated?: number) {
  const pixels = { data: new Uint8ClampedArray(4 * 400), width: 20, height: 20 };
  drawPoints(pixels, {
    points: Float32Array.from(points),
    labels: Uint8Array.of(0, 1),
    colours: [RED, BLUE],
    paper: WHITE,
    isolated,
    radius: 2,
  });
  return (x: number, y: number) => [...pixels.data.slice(4 * (20 * y + x), 4 * (20 * y + x) + 4)];
}

describe('dots', () => {
  test('have the colour of their class, on paper', () => {
    const pixel = draw([5, 5, 14, 14]);
    expect(pixel(0, 0)).toEqual([255, 255, 255, 255]);
    expect(pixel(5, 5)[0]).toBeGreaterThan(pixel(5, 5)[2]!);
    expect(pixel(14, 14)[2]).toBeGreaterThan(pixel(14, 14)[0]!);
  });

  test('grow faint when another class is singled out', () => {
    const pixel = draw([5, 5, 14, 14], 1);
    expect(pixel(5, 5)[1]).toBeGreaterThan(220);
    expect(pixel(14, 14)[1]).toBeLessThan(100);
  });

  test('outside the picture are left out', () => {
    expect(() => draw([-50, 5, Number.NaN, 900])).not.toThrow();
  });
});
