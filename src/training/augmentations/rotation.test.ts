import { describe, expect, test } from 'vitest';
import { createRandom } from '#metric/random.ts';
import { createAugmentation } from './registry.ts';
import { rotated } from './rotation.ts';

const SHAPE = { height: 3, width: 3 };
const IMAGE = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('a rotated image', () => {
  test('by no angle is the image', () => {
    expect([...rotated(IMAGE, SHAPE, 0)]).toEqual(IMAGE);
  });

  test('by a quarter turn has its first row as its last column', () => {
    const turned = rotated(IMAGE, SHAPE, Math.PI / 2);
    const expected = [7, 4, 1, 8, 5, 2, 9, 6, 3];
    turned.forEach((value, pixel) => {
      expect(value).toBeCloseTo(expected[pixel]!, 5);
    });
  });

  test('keeps its centre, and takes paper from outside', () => {
    const turned = rotated(IMAGE, SHAPE, Math.PI / 4);
    expect(turned[4]).toBeCloseTo(5, 5);
    expect(turned[0]).toBeLessThan(4);
  });
});

describe('augmentation by rotation', () => {
  const turn = (seed: number) => {
    const inputs = Float32Array.from([...IMAGE, ...IMAGE]);
    createAugmentation('rotation', SHAPE)(inputs, createRandom(seed));
    return [...inputs];
  };

  test('is decided by the seed', () => {
    expect(turn(1)).toEqual(turn(1));
    expect(turn(1)).not.toEqual(turn(2));
  });

  test('turns each image by an angle of its own', () => {
    const both = turn(1);
    expect(both.slice(0, 9)).not.toEqual(both.slice(9));
  });
});
