import { expect, test } from 'vitest';
import { createMatrixLayout, SHADES, shadeOf, shadePaths } from './matrix.ts';

/** Which shade each cell of a row of the drawing has, from the left. */
function shadesOfRow(paths: readonly string[], top: number): number[] {
  const cells = paths.flatMap((path, shade) =>
    [...path.matchAll(/M([\d.]+),([\d.]+)h/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
      shade,
    })),
  );
  return cells
    .filter(({ y }) => Math.abs(y - top) < 0.1)
    .sort((a, b) => a.x - b.x)
    .map(({ shade }) => shade);
}

test('a sample with itself has the shade of the nearest, like any pair in one place', () => {
  const layout = createMatrixLayout(2, 2);
  const distances = Float64Array.from([0, 0.5, 3, 9, 0.5, 0, 2, 4, 3, 2, 0, 1, 9, 4, 1, 0]);
  const paths = shadePaths(layout, distances, true);
  expect(shadesOfRow(paths, layout.start(0))).toEqual([0, 3, 8, SHADES - 1]);
  for (let row = 0; row < 4; row++)
    expect(shadesOfRow(paths, layout.start(row))[row], `row ${row}`).toBe(0);
});

test('the farther a pair, the later its shade, and none is off the scale', () => {
  const shades = [0, 0.3, 0.9, 1.5, 1.99, 2, 50].map((distance) => shadeOf(distance, false));
  expect(shades).toEqual([...shades].sort((a, b) => a - b));
  expect(shades.at(-1)).toBe(SHADES - 1);
});
