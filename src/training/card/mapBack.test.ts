import { expect, test } from 'vitest';
import { createWarp } from '../augmentations/warp.ts';
import { mapBack } from './mapBack.ts';

test('a pixel comes from where its map back says', () => {
  const size = { height: 5, width: 5 };
  const warp = { angle: 0.4, right: 0.7, down: -0.3, scale: 1.1, shear: 0.2 };
  // A slope of 1 to the right and of 10 downwards, whose values tell the place.
  const image = Float32Array.from({ length: 25 }, (_, i) => (i % 5) + 10 * Math.floor(i / 5));
  const [c, r, xOfColumn, xOfRow, yOfColumn, yOfRow] = mapBack(warp, size);
  createWarp(size)(image, 0, warp);
  for (const [row, column] of [
    [2, 2],
    [2, 3],
    [3, 2],
  ] as const) {
    const [across, along] = [column - c!, row - r!];
    const x = 2 + xOfColumn! * across + xOfRow! * along;
    const y = 2 + yOfColumn! * across + yOfRow! * along;
    expect(image[5 * row + column]).toBeCloseTo(x + 10 * y, 4);
  }
});
