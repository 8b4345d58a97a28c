import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatten } from './curve.ts';
import { drawFace } from './drawFace.ts';
import { faceDrawing, faceRaster } from './face.ts';
import { faceSvg } from './faceSvg.ts';
import { createIdentity, IDENTITY_RANGES } from './identity.ts';
import { createNuisance, NUISANCE_RANGES, PLAIN_NUISANCE } from './nuisance.ts';
import { rasterFace } from './rasterFace.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const clean = { size: 40, noise: 0, seed: 0 };

describe('a drawn face', () => {
  test('is the same for the same seeds, and another for others', () => {
    fc.assert(
      fc.property(seeds, seeds, (identity, picture) => {
        const raster = faceRaster(identity, picture, 16);
        expect(faceRaster(identity, picture, 16)).toEqual(raster);
        expect(faceRaster(identity + 1, picture, 16)).not.toEqual(raster);
        expect(faceRaster(identity, picture + 1, 16)).not.toEqual(raster);
      }),
      { numRuns: 20 },
    );
  });

  test('has every parameter in its range', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawn = { ...createIdentity(seed), ...createNuisance(seed) };
        for (const [name, range] of Object.entries({ ...IDENTITY_RANGES, ...NUISANCE_RANGES })) {
          const value = drawn[name as keyof typeof drawn];
          expect(value).toBeGreaterThanOrEqual(range.min);
          expect(value).toBeLessThanOrEqual(range.max);
          if ('whole' in range) expect(Number.isInteger(value)).toBe(true);
        }
      }),
    );
  });

  test('refuses a seed that is not whole and a raster that is too small', () => {
    expect(() => createIdentity(0.5)).toThrow('a seed must be a whole number, not 0.5');
    expect(() => faceRaster(1, 1, 4)).toThrow('from 8 to 256 pixels wide, not 4');
  });

  test('is a mirror image of itself from the front, save for nose, parting and glints', () => {
    const shapes = drawFace({ ...createIdentity(7), hairStyle: 5 }, PLAIN_NUISANCE).shapes.filter(
      ({ part }) => part !== 'nose' && part !== 'glint',
    );
    const raster = rasterFace({ background: 1, shapes, light: { angle: 0, strength: 0 } }, clean);
    const mirrored = raster.map((_, i) => raster[i - (i % 40) + 39 - (i % 40)]!);
    raster.forEach((value, i) => {
      expect(Math.abs(value - mirrored[i]!)).toBeLessThanOrEqual(1);
    });
  });

  test('turns: its eyes move to the side that the head turns to', () => {
    const eyesAt = (yaw: number) => {
      const drawing = drawFace(createIdentity(3), { ...PLAIN_NUISANCE, yaw });
      const xs = drawing.shapes
        .filter(({ part }) => part === 'iris')
        .flatMap(({ curve }) => flatten(curve).map(([x]) => x));
      return xs.reduce((sum, x) => sum + x, 0) / xs.length;
    };
    expect(eyesAt(-0.4)).toBeLessThan(eyesAt(0) - 0.05);
    expect(eyesAt(0.4)).toBeGreaterThan(eyesAt(0) + 0.05);
  });
});

describe('the raster of a face', () => {
  const one = (fill: number) => {
    const drawing = faceDrawing(4, 2);
    const head = drawing.shapes.find(({ part }) => part === 'head')!;
    return {
      head,
      drawing: {
        ...drawing,
        background: 1,
        light: { angle: 0, strength: 0 },
        shapes: [{ part: 'head', curve: head.curve, fill }],
      },
    };
  };

  test('covers the area that the outline encloses', () => {
    const { head, drawing } = one(0);
    const points = flatten(head.curve);
    const area = points.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = points[(i + 1) % points.length]!;
      return sum + (x * nextY - nextX * y) / 2;
    }, 0);
    const inked = rasterFace(drawing, clean).reduce((sum, byte) => sum + (255 - byte) / 255, 0);
    expect((inked * 4) / 40 ** 2).toBeCloseTo(Math.abs(area), 2);
  });

  test('is dark inside the outline that the SVG writes and light outside', () => {
    const { head, drawing } = one(0);
    const raster = rasterFace(drawing, clean);
    const path = faceSvg(drawing, 'g').match(/d="M([\d.-]+) ([\d.-]+)C/)!;
    expect([Number(path[1]), Number(path[2])]).toEqual(
      head.curve.start.map((v) => Number(v.toFixed(3))),
    );
    const points = flatten(head.curve);
    const middle = [0, 1].map(
      (axis) => points.reduce((sum, p) => sum + p[axis as 0 | 1], 0) / points.length,
    );
    for (const [x, y] of points) {
      const at = (share: number) => {
        const [column, row] = [x, y].map((v, axis) =>
          Math.floor(((middle[axis]! + share * (v - middle[axis]!) + 1) * 40) / 2),
        );
        return row! < 0 || row! > 39 || column! < 0 || column! > 39
          ? 255
          : raster[row! * 40 + column!];
      };
      expect(at(0.85)).toBe(0);
      expect(at(1.15)).toBe(255);
    }
  });

  test('shows the same at twice the size, averaged', () => {
    const drawing = faceDrawing(11, 5);
    const large = rasterFace(drawing, { ...clean, size: 80 });
    const small = rasterFace(drawing, clean);
    let difference = 0;
    small.forEach((value, i) => {
      const corner = 2 * Math.floor(i / 40) * 80 + 2 * (i % 40);
      const mean =
        (large[corner]! + large[corner + 1]! + large[corner + 80]! + large[corner + 81]!) / 4;
      difference += Math.abs(mean - value) / 1600;
    });
    expect(difference).toBeLessThan(2);
  });

  test('has the noise that was asked for', () => {
    const drawing = { background: 0.5, shapes: [], light: { angle: 0, strength: 0 } };
    const raster = rasterFace(drawing, { size: 64, noise: 0.05, seed: 3 });
    const variance = raster.reduce((sum, byte) => sum + (byte / 255 - 0.5) ** 2, 0) / 64 ** 2;
    expect(Math.sqrt(variance)).toBeCloseTo(0.05, 2);
  });
});
