import { expect, test } from 'vitest';
import { axisTicks, logAxis, shareOn } from './valueAxis.ts';

const curve = (...values: readonly number[]) => values.map((value, step) => ({ step, value }));

test('a value lies as far up as its share of the axis, and one off it at the edge', () => {
  expect([-1, 0, 0.5, 2, 9].map((value) => shareOn({ highest: 2 }, value))).toEqual([
    0, 0, 0.25, 1, 1,
  ]);
  expect(shareOn({ lowest: -1, highest: 1 }, 0)).toBe(0.5);
});

test('on a logarithmic axis equal factors lie equally far apart', () => {
  const axis = { lowest: 0.01, highest: 100, isLog: true };
  for (const [value, share] of [
    [0.01, 0],
    [0.1, 0.25],
    [1, 0.5],
    [100, 1],
    [0, 0],
  ] as const)
    expect(shareOn(axis, value)).toBeCloseTo(share, 12);
});

test('a logarithmic axis has whole powers of ten around values and levels', () => {
  const axis = logAxis([curve(0.5, 0.011), curve(0.92)]);
  expect(axis.lowest).toBeCloseTo(0.01, 12);
  expect(axis.highest).toBe(1);
  expect(logAxis([curve(0.5)], [20]).highest).toBe(100);
  expect(axisTicks(axis).map((tick) => Number(tick.toPrecision(3)))).toEqual([1, 0.1, 0.01]);
});

test('values that are no numbers, or nothing at all, leave a usable axis', () => {
  expect(logAxis([curve()])).toEqual({ lowest: 0.1, highest: 1, isLog: true });
  const axis = logAxis([curve(0, Number.POSITIVE_INFINITY, 1)]);
  expect(axis.lowest).toBeCloseTo(0.1, 12);
  expect(axis.highest).toBe(1);
  const deep = axisTicks(logAxis([curve(1e-7, 1)]));
  expect(deep.length).toBeLessThanOrEqual(5);
  expect(deep[0]).toBe(1);
});
