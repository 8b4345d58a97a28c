import { describe, expect, test } from 'vitest';
import { faceRaster } from './face.ts';
import { FACE_SIDE } from './faceSide.ts';
import { drawPopulation, POPULATIONS } from './population.ts';

const rest = async () => {};

describe('the people of the chapter on faces', () => {
  test('belong to one population each', () => {
    const people = Object.values(POPULATIONS).flatMap(({ first, people: count }) =>
      Array.from({ length: count }, (_, k) => first + k),
    );
    expect(new Set(people).size).toBe(people.length);
  });

  test('are drawn person after person, picture after picture', async () => {
    const drawn = await drawPopulation({ first: 7, people: 2, pictures: 3 }, rest);
    expect([...drawn.identities]).toEqual([7, 7, 7, 8, 8, 8]);
    expect([...drawn.pictures]).toEqual([0, 1, 2, 0, 1, 2]);
    expect(drawn.images.subarray(4 * FACE_SIDE ** 2, 5 * FACE_SIDE ** 2)).toEqual(
      faceRaster(8, 1, FACE_SIDE),
    );
  });

  test('are drawn in slices between which others have their turn', async () => {
    let rests = 0;
    await drawPopulation(POPULATIONS.calibration, async () => {
      rests++;
    });
    expect(rests).toBeGreaterThan(0);
  });
});
