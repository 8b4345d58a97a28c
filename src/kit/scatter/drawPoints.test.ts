import { describe, expect, test } from 'vitest';
import { drawPoints, type PointsDrawing } from './drawPoints.ts';
import type { Rgb } from './pixels.ts';

const WHITE: Rgb = [255, 255, 255];
const RED: Rgb = [200, 0, 0];
const BLUE: Rgb = [0, 0, 200];

function draw(points: number[], isolated?: number, more: Partial<PointsDrawing> = {}) {
  const pixels = { data: new Uint8ClampedArray(4 * 400), width: 20, height: 20 };
  drawPoints(pixels, {
    points: Float32Array.from(points),
    labels: Uint8Array.of(0, 1),
    colours: [RED, BLUE],
    paper: WHITE,
    isolated,
    radius: 2,
    ...more,
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

  test('of a class that is drawn as rings have a hole', () => {
    const pixel = draw([5, 5, 14, 14], undefined, { rings: new Set([1]), radius: 4 });
    expect(pixel(14, 14)).toEqual([255, 255, 255, 255]);
    expect(pixel(17, 14)[0]).toBeLessThan(pixel(14, 14)[0]!);
    expect(pixel(5, 5)[2]).toBeLessThan(120);
  });

  test('that are near hide those that are far, and are denser', () => {
    const near = { nearness: Float32Array.of(1, 0) };
    expect(draw([9, 9, 9, 9], undefined, near)(9, 9)[0]).toBeGreaterThan(120);
    const apart = draw([5, 5, 14, 14], undefined, near);
    expect(apart(14, 14)[0]).toBeGreaterThan(apart(5, 5)[2]!);
  });

  test('may be little images, in the colour of the class', () => {
    const stamp = { side: 2, cover: Uint8Array.of(255, 0, 0, 255) };
    const pixel = draw([5, 5, 14, 14], undefined, { stamps: [stamp, stamp] });
    expect(pixel(4, 4)[1]).toBeLessThan(100);
    expect(pixel(5, 4)).toEqual([255, 255, 255, 255]);
  });

  test('leave trails that fade towards where they were', () => {
    const past = [Float32Array.of(2, 18, 2, 18), Float32Array.of(10, 18, 2, 18)];
    const pixel = draw([18, 18, 2, 3], undefined, { trails: { past, strength: 1 } });
    expect(pixel(3, 18)[1]).toBeGreaterThan(pixel(13, 18)[1]!);
    expect(pixel(13, 18)[1]).toBeLessThan(255);
  });
});
