import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import measured from '../../bench/batch-sizes.json';
import { batchSizesOf } from './batchSizes.ts';
import { drawBatchSizes } from './drawBatchSizes.ts';

const curves = batchSizesOf(measured);
const drawn = (layout: 'wide' | 'narrow') =>
  parseHTML(`<svg>${drawBatchSizes(curves, layout).markup}</svg>`).document;

test('every engine was measured with batches of 32 to 2,048', () => {
  expect(curves.length).toBeGreaterThan(2);
  expect(curves[0]!.isOurs).toBe(true);
  for (const { points } of curves)
    expect(points.map(({ size }) => size)).toEqual([32, 64, 128, 256, 512, 1024, 2048]);
});

test('more than half of a step of 2,048 digits is mining, as the text says', () => {
  const images = curves[0]!.points.map((point) => point.images);
  expect(images.at(-1)!).toBeLessThan(Math.max(...images) / 2);
});

test('what was not measured of some size is named, and an engine that was not at hand is left out', () => {
  const [ours, ...others] = measured.groups;
  const without = { ...ours!, rows: ours!.rows.map((row) => ({ ...row, median: null })) };
  expect(() => batchSizesOf({ groups: [without, ...others] })).toThrow(
    'nothing was measured of batches of 32',
  );
  expect(batchSizesOf({ groups: measured.groups.slice(0, 1) })).toHaveLength(1);
});

test.each(['wide', 'narrow'] as const)(
  'twice the size is as far to the right everywhere, and more images are higher up: %s',
  (layout) => {
    const dots = [...drawn(layout).querySelectorAll('circle')].map((dot) => ({
      x: Number(dot.getAttribute('cx')),
      y: Number(dot.getAttribute('cy')),
    }));
    const points = curves.flatMap((curve) => curve.points);
    expect(dots).toHaveLength(points.length);
    expect(dots[1]!.x - dots[0]!.x).toBeCloseTo(dots[6]!.x - dots[5]!.x, 3);
    const order = (of: (index: number) => number) =>
      [...points.keys()].toSorted((a, b) => of(a) - of(b));
    expect(order((index) => -dots[index]!.y)).toEqual(order((index) => points[index]!.images));
    const written = [...drawn(layout).querySelectorAll('text')].map(
      ({ textContent }) => textContent,
    );
    for (const { name } of curves) expect(written).toContain(name);
  },
);
