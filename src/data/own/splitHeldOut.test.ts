import { describe, expect, test } from 'vitest';
import { labelVectors } from './labelledVectors.ts';
import { heldOutRows, splitHeldOut } from './splitHeldOut.ts';

const vectors = (samples: number, classOf: (row: number) => string) =>
  labelVectors(
    { values: Float64Array.from({ length: 2 * samples }, (_, index) => 10 * index), shape: [2] },
    Array.from({ length: samples }, (_, row) => classOf(row)),
  );

describe('the held-out part of one’s own data', () => {
  test('is every fifth of each class, and the same each time', () => {
    const { training, heldOut } = splitHeldOut(vectors(100, (row) => (row < 90 ? 'a' : 'b')));
    expect(heldOut.labels.filter((label) => label === 0).length).toBe(18);
    expect(heldOut.labels.filter((label) => label === 1).length).toBe(2);
    expect(training.labels.length).toBe(80);
    const again = splitHeldOut(vectors(100, (row) => (row < 90 ? 'a' : 'b')));
    expect(again.heldOut).toEqual(heldOut);
  });

  test('is at most about two thousand', () => {
    const held = heldOutRows(Array.from({ length: 20_000 }, (_, row) => row % 10));
    expect(held.filter(Boolean).length).toBe(2000);
  });

  test('has no part in the scale of the vectors, which is mean 0 and deviation 1 in training', () => {
    const { training } = splitHeldOut(vectors(20, (row) => `${row % 2}`));
    const first = [...training.images].filter((_, index) => index % 2 === 0);
    const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
    const square = first.reduce((sum, value) => sum + value ** 2, 0) / first.length;
    expect(mean).toBeCloseTo(0, 5);
    expect(square).toBeCloseTo(1, 5);
  });

  test('keeps to the scale of the others where a number is a constant in training, but not in it', () => {
    const rows = 20;
    const names = Array.from({ length: rows }, (_, row) => `${row % 2}`);
    const isHeld = heldOutRows(
      labelVectors({ values: new Float64Array(rows), shape: [1] }, names).labels,
    );
    const values = Float64Array.from(isHeld, (held) => (held ? 0.3 : 0.1));
    const { training, heldOut } = splitHeldOut(labelVectors({ values, shape: [1] }, names));
    for (const value of training.images) expect(value).toBeCloseTo(0, 5);
    for (const value of heldOut.images) expect(value).toBeCloseTo(0.2, 5);
  });

  test('of images is bytes, whatever they were', () => {
    const values = Float32Array.from({ length: 40 }, (_, index) => index % 2);
    const data = labelVectors(
      { values, shape: [2, 2] },
      Array.from({ length: 10 }, (_, row) => (row < 5 ? 'a' : 'b')),
    );
    const { height, width, heldOut } = splitHeldOut(data);
    expect([height, width]).toEqual([2, 2]);
    expect(heldOut.images).toEqual(Uint8Array.of(0, 255, 0, 255, 0, 255, 0, 255));
  });

  test('of images in bytes is as they are, but for masks of 0 and 1 and the like', () => {
    const heldOutOf = (values: number[]) =>
      splitHeldOut(
        labelVectors(
          { values: Uint8Array.from({ length: 40 }, (_, at) => values[at % 4]!), shape: [2, 2] },
          Array.from({ length: 10 }, (_, row) => (row < 5 ? 'a' : 'b')),
        ),
      ).heldOut.images.subarray(0, 4);
    expect(heldOutOf([7, 0, 3, 200])).toEqual(Uint8Array.of(7, 0, 3, 200));
    expect(heldOutOf([1, 0, 0, 1])).toEqual(Uint8Array.of(255, 0, 0, 255));
    expect(heldOutOf([16, 0, 8, 4])).toEqual(Uint8Array.of(255, 0, 128, 64));
  });

  test('needs two classes, and enough of them', () => {
    expect(() => splitHeldOut(vectors(20, () => 'a'))).toThrow('of one class, “a”');
    expect(() => splitHeldOut(vectors(6, (row) => `${row}`))).toThrow(
      'there are 6 samples in 6 classes: of',
    );
  });
});
