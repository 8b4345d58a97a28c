import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeDigits } from '../digitFormat.ts';
import { FIELD, normaliseDigit } from './normaliseDigit.ts';
import { type Ink, rasterise, type Stroke } from './strokes.ts';

const file = new URL('../../../../src/data/files/mnist.bin', import.meta.url);
const { heldOut } = decodeDigits(gunzipSync(readFileSync(file)));
const digit = (index: number) =>
  heldOut.images.subarray(index * FIELD * FIELD, (index + 1) * FIELD * FIELD);

const inkOf = (image: Uint8Array, side = FIELD): Ink => ({
  values: Float32Array.from(image, (byte) => byte / 255),
  width: side,
  height: side,
});

/** Every pixel of an image as a block of `factor` × `factor`, with paper to the left and above. */
function enlarge(image: Uint8Array, factor: number, margin: number): Ink {
  const side = FIELD * factor + margin;
  const values = new Float32Array(side * side);
  for (let y = margin; y < side; y++)
    for (let x = margin; x < side; x++) {
      const [row, column] = [Math.floor((y - margin) / factor), Math.floor((x - margin) / factor)];
      values[y * side + x] = image[row * FIELD + column]! / 255;
    }
  return { values, width: side, height: side };
}

/** Mean difference of two images in shares of full ink, over the field. */
const difference = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((sum, byte, index) => sum + Math.abs(byte - b[index]!), 0) / (255 * a.length);

const drawn = (strokes: readonly Stroke[]) => normaliseDigit(rasterise(strokes)!)!;

describe('a digit normalised as MNIST is', () => {
  test('stays what it is when it comes from MNIST', () => {
    const differences = Array.from({ length: 2000 }, (_, index) =>
      difference(normaliseDigit(inkOf(digit(index)))!, digit(index)),
    ).toSorted((a, b) => a - b);
    // A few have their centre of mass on the very edge of a pixel.
    expect(differences[1980]).toBe(0);
  });

  test('comes back from a larger picture in which it lies off the middle', () => {
    for (let index = 0; index < 20; index++) {
      const plain = normaliseDigit(inkOf(digit(index)))!;
      expect(difference(normaliseDigit(enlarge(digit(index), 5, 13))!, plain)).toBeLessThan(0.005);
    }
  });

  test('does not exist without ink', () => {
    expect(normaliseDigit(inkOf(new Uint8Array(4), 2))).toBeUndefined();
    expect(rasterise([])).toBeUndefined();
    expect(rasterise([[]])).toBeUndefined();
  });
});

describe('a drawn digit', () => {
  const seven: readonly Stroke[] = [
    [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 0.4, y: 1.4 },
    ],
  ];

  test('fills a box of 20 pixels around its centre of mass', () => {
    const image = drawn(seven);
    const inked = [...image.keys()].filter((pixel) => image[pixel]! > 0);
    const rows = inked.map((pixel) => Math.floor(pixel / FIELD));
    expect(Math.max(...rows) - Math.min(...rows) + 1).toBe(20);
    const mass = image.reduce((sum, byte) => sum + byte, 0);
    const x = image.reduce((sum, byte, pixel) => sum + byte * ((pixel % FIELD) + 0.5), 0) / mass;
    expect(Math.abs(x - FIELD / 2)).toBeLessThanOrEqual(1.01);
  });

  test('has as much ink as MNIST digits have', () => {
    const masses = Array.from({ length: 500 }, (_, index) =>
      digit(index).reduce((sum, byte) => sum + byte, 0),
    ).toSorted((a, b) => a - b);
    const mass = drawn(seven).reduce((sum, byte) => sum + byte, 0);
    expect(mass).toBeGreaterThan(masses[25]!);
    expect(mass).toBeLessThan(masses[475]!);
  });

  test('is the same wherever and however large it is drawn', () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0.01, max: 30, noNaN: true }), (x, y, size) => {
        const moved = seven.map((stroke) =>
          stroke.map((point) => ({ x: x + size * point.x, y: y + size * point.y })),
        );
        expect(difference(drawn(moved), drawn(seven))).toBeLessThan(0.001);
      }),
      { numRuns: 20 },
    );
  });

  test('may be a dot', () => {
    const image = drawn([[{ x: 3, y: 4 }]]);
    expect(image[14 * FIELD + 14]).toBe(255);
    expect(image[0]).toBe(0);
  });
});
