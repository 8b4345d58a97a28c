import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '#metric/random.ts';
import { DEFAULT_CONFIG } from '../config.ts';
import { augment } from './augment.ts';
import { type AugmentationName, createAugmentation } from './registry.ts';
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

  test('is read between its pixels, and what comes from outside is paper', () => {
    // By 45 degrees, the corners of a plate of ones lie half a diagonal beyond its edge.
    const plate = rotated(new Array(9).fill(1), SHAPE, Math.PI / 4);
    const reach = 2 - Math.SQRT2;
    for (const corner of [0, 2, 6, 8]) expect(plate[corner]).toBeCloseTo(reach, 5);
    for (const inside of [1, 3, 4, 5, 7]) expect(plate[inside]).toBeCloseTo(1, 5);
  });

  test('may be wider than high', () => {
    const wide = rotated([1, 2, 3, 4, 5, 6, 7, 8], { height: 2, width: 4 }, Math.PI);
    [8, 7, 6, 5, 4, 3, 2, 1].forEach((value, pixel) => {
      expect(wide[pixel]).toBeCloseTo(value, 5);
    });
  });

  test('keeps its centre, and takes paper from outside', () => {
    const turned = rotated(IMAGE, SHAPE, Math.PI / 4);
    expect(turned[4]).toBeCloseTo(5, 5);
    expect(turned[0]).toBeLessThan(4);
  });
});

const change = (name: AugmentationName, inputs: Float32Array, random: Random) =>
  augment(
    inputs,
    SHAPE.height * SHAPE.width,
    createAugmentation(name, SHAPE, DEFAULT_CONFIG),
    random,
  );

describe('augmentation by rotation', () => {
  const turn = (seed: number) => {
    const inputs = Float32Array.from([...IMAGE, ...IMAGE]);
    change('rotation', inputs, createRandom(seed));
    return [...inputs];
  };

  test('is decided by the seed', () => {
    expect(turn(1)).toEqual(turn(1));
    expect(turn(1)).not.toEqual(turn(2));
  });

  test('turns by five degrees at most, either way, and not at all in the middle', () => {
    const by = (chance: number) => {
      const inputs = Float32Array.from(IMAGE);
      change('rotation', inputs, () => chance);
      return inputs;
    };
    const five = (5 * Math.PI) / 180;
    expect(by(0)).toEqual(rotated(IMAGE, SHAPE, -five));
    expect(by(1)).toEqual(rotated(IMAGE, SHAPE, five));
    expect([...by(0.5)]).toEqual(IMAGE);
  });

  test('is none where none is wanted, and refuses what it does not know', () => {
    const inputs = Float32Array.from(IMAGE);
    change('none', inputs, () => 0);
    expect([...inputs]).toEqual(IMAGE);
    expect(() => change('flip' as 'none', inputs, () => 0)).toThrow(
      'unknown augmentation "flip": known are none',
    );
  });

  test('turns each image by an angle of its own', () => {
    const both = turn(1);
    expect(both.slice(0, 9)).not.toEqual(both.slice(9));
  });
});
