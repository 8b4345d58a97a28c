import { describe, expect, test } from 'vitest';
import { drawable, placesIn, shareText } from './cloud.ts';

describe('what is drawn of an embedding', () => {
  test('is the embedding itself on the plane and in space', () => {
    const values = Float32Array.of(1, 2, 3, 4, 5, 6);
    for (const dims of [2, 3]) expect(drawable(values, dims)).toEqual({ points: values, dims });
    expect(placesIn(drawable(values, 3), values)).toBe(values);
    expect(shareText(drawable(values, 2))).toBe('');
  });

  test('of more dimensions is where it varies most, and a guest finds its place in it', () => {
    // Along the third axis most, along the first less, along the others not at all.
    const values = Float32Array.from([-1, 0, -5, 0, 1, 0, -5, 0, -1, 0, 5, 0, 1, 0, 5, 0]);
    const cloud = drawable(values, 4);
    expect(cloud.dims).toBe(2);
    expect([...cloud.points].map(Math.abs)).toEqual(
      [5, 1, 5, 1, 5, 1, 5, 1].map((x) => expect.closeTo(x, 5)),
    );
    expect(shareText(cloud)).toBe('PCA: 2 of 4 dimensions, 100\u00a0% of the variance');
    // One point, or several, such as the vectors of classes.
    for (const count of [1, 3])
      expect([...placesIn(cloud, values.subarray(0, 4 * count))]).toEqual(
        [...cloud.points.subarray(0, 2 * count)].map((x) => expect.closeTo(x, 5)),
      );
  });

  test('does not flip from one moment to the next', () => {
    const values = Float32Array.from({ length: 40 }, (_, index) => Math.sin(index * index));
    const before = drawable(values, 4);
    const after = drawable(
      values.map((value) => 1.01 * value),
      4,
      before,
    );
    for (const [index, value] of after.points.entries())
      expect(value).toBeCloseTo(1.01 * before.points[index]!, 4);
  });
});
