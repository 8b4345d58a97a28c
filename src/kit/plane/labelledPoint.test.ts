import { describe, expect, test } from 'vitest';
import { crowdSetting, type LabelledPoint, toEmbeddings } from './labelledPoint.ts';

const initial: readonly LabelledPoint[] = [
  { x: 0, y: 0, label: 2 },
  { x: 1, y: 1, label: 7 },
];
const setting = crowdSetting(initial, { labels: [2, 7], extent: 3, fewest: 2, most: 4 });

describe('a crowd in an address', () => {
  test('comes back exactly, down to the last bit of every coordinate', () => {
    const points: readonly LabelledPoint[] = [
      { x: 1 / 3, y: -Math.SQRT2, label: 7 },
      { x: 1e-9, y: -1.5e-7, label: 2 },
      { x: 3, y: -3, label: 2 },
    ];
    expect(setting.parse(setting.format(points))).toEqual(points);
  });

  test.each([
    ['', 'nothing'],
    ['7_0_0', 'fewer points than the fewest'],
    ['7_0_0*7_0_0*7_0_0*7_0_0*7_0_0', 'more points than the most'],
    ['7_0_0*3_0_0', 'a class that there is not'],
    ['7_0_0*7_4_0', 'a point outside the plane'],
    ['7_0_0*7_NaN_0', 'a coordinate that is no number'],
    ['7_0_0*7_1.2.3_0', 'a coordinate with two points'],
    ['7_0_0*7_0_0_0', 'a third coordinate'],
    ['7_0_0*<b>', 'anything else'],
  ])('%s is refused: %s', (text) => {
    expect(setting.parse(text)).toBeUndefined();
  });
});

test('a crowd becomes rows of two coordinates', () => {
  const { values, rows, dims } = toEmbeddings([
    { x: 1, y: 2 },
    { x: 3, y: 4 },
  ]);
  expect([...values]).toEqual([1, 2, 3, 4]);
  expect([rows, dims]).toEqual([2, 2]);
});
