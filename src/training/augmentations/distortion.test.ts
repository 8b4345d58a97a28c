import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '#metric/random.ts';
import { augment } from './augment.ts';
import { distortion } from './distortion.ts';
import { rotated } from './rotation.ts';
import { createWarp, UNMOVED, type Warp } from './warp.ts';

const SIZE = { height: 5, width: 5 };
const IMAGE = Float32Array.from({ length: 25 }, (_, i) => (i * 7) % 11);

function warped(change: Partial<Warp>, image = IMAGE, size = SIZE): number[] {
  const copy = Float32Array.from(image);
  createWarp(size)(copy, 0, { ...UNMOVED, ...change });
  return [...copy];
}

function expectClose(found: readonly number[], wanted: ArrayLike<number>) {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(wanted[i]!, 4);
  });
}

describe('a warp', () => {
  test('that does nothing leaves the image as it is', () => {
    expectClose(warped({}), IMAGE);
  });

  test('that turns is a rotation', () => {
    for (const angle of [0.3, -1.2, Math.PI])
      expectClose(warped({ angle }), rotated(IMAGE, SIZE, angle));
  });

  test('shifts to the right and down, and paper comes in', () => {
    const moved = warped({ right: 1, down: 2 });
    for (let row = 0; row < 5; row++)
      for (let column = 0; column < 5; column++)
        expect(moved[row * 5 + column]).toBeCloseTo(
          row < 2 || column < 1 ? 0 : IMAGE[(row - 2) * 5 + column - 1]!,
          4,
        );
    const between = [0, 1, 2, 3].map((i) => (IMAGE[i]! + IMAGE[i + 1]!) / 2);
    expectClose(warped({ right: 0.5 }).slice(1, 5), between);
  });

  test('scales about the centre', () => {
    const larger = warped({ scale: 2 });
    expect(larger[12]).toBeCloseTo(IMAGE[12]!, 4);
    // Two pixels from the centre is what was one pixel from it.
    expect(larger[14]).toBeCloseTo(IMAGE[13]!, 4);
    expect(larger[2]).toBeCloseTo(IMAGE[7]!, 4);
  });

  test('shears: a row moves by its distance from the centre', () => {
    const slanted = warped({ shear: 1 });
    expectClose(slanted.slice(10, 15), IMAGE.subarray(10, 15));
    expectClose(slanted.slice(16, 20), IMAGE.subarray(15, 19));
    expectClose(slanted.slice(5, 9), IMAGE.subarray(6, 10));
  });

  test('moves one image of several only, which may be wider than high', () => {
    const both = Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    createWarp({ height: 2, width: 3 })(both, 6, { ...UNMOVED, angle: Math.PI });
    expectClose([...both], [1, 2, 3, 4, 5, 6, 12, 11, 10, 9, 8, 7]);
  });
});

const NOTHING = { turnBy: 0, shiftBy: 0, scaleBy: 0, shearBy: 0, eraseSide: 0, noise: 0 };

const distort = (inputs: Float32Array, change: Partial<typeof NOTHING>, random: Random) =>
  augment(inputs, 25, distortion.create(SIZE, { ...NOTHING, ...change }), random);

function distorted(change: Partial<typeof NOTHING>, seed = 1, images = 1): Float32Array {
  const inputs = new Float32Array(25 * images);
  for (let k = 0; k < images; k++) inputs.set(IMAGE, 25 * k);
  distort(inputs, change, createRandom(seed));
  return inputs;
}

describe('the distortion of images', () => {
  test('of no strength leaves them as they are', () => {
    expect([...distorted({})]).toEqual([...IMAGE]);
  });

  test('is decided by the seed, and each image has its own', () => {
    const strong = { turnBy: 90, shiftBy: 1, scaleBy: 0.2, shearBy: 0.3, eraseSide: 2, noise: 0.1 };
    expect(distorted(strong)).toEqual(distorted(strong));
    expect(distorted(strong)).not.toEqual(distorted(strong, 2));
    const both = distorted(strong, 1, 2);
    expect(both.subarray(0, 25)).not.toEqual(both.subarray(25));
  });

  test('turns by so many degrees at most, either way', () => {
    const turned = (chance: number) => {
      const inputs = Float32Array.from(IMAGE);
      distort(inputs, { turnBy: 30 }, () => chance);
      return [...inputs];
    };
    expectClose(turned(0), rotated(IMAGE, SIZE, -Math.PI / 6));
    expectClose(turned(1), rotated(IMAGE, SIZE, Math.PI / 6));
    expectClose(turned(0.5), IMAGE);
  });

  test('erases one square, wholly within the image', () => {
    for (let seed = 0; seed < 20; seed++) {
      const inputs = new Float32Array(25).fill(1);
      distort(inputs, { eraseSide: 2 }, createRandom(seed));
      expect(inputs.filter((value) => value === 0)).toHaveLength(4);
    }
    const gone = new Float32Array(25).fill(1);
    distort(gone, { eraseSide: 28 }, createRandom(1));
    expect(gone.every((value) => value === 0)).toBe(true);
  });

  test('adds noise of that standard deviation, about zero', () => {
    const many = new Float32Array(25 * 400);
    distort(many, { noise: 0.5 }, createRandom(3));
    const mean = many.reduce((sum, value) => sum + value, 0) / many.length;
    const std = Math.sqrt(many.reduce((sum, value) => sum + (value - mean) ** 2, 0) / many.length);
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(std).toBeCloseTo(0.5, 1);
  });
});
