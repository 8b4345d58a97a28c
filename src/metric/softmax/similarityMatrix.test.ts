import { describe, expect, test } from 'vitest';
import { createRandom, normal } from '../random.ts';
import { similarityMatrix } from './similarityMatrix.ts';

const random = createRandom(3);
const drawn = (rows: number, dims: number) => ({
  values: Float64Array.from({ length: rows * dims }, () => normal(random)),
  rows,
  dims,
});

describe('a similarity matrix', () => {
  const [left, right] = [drawn(3, 4), drawn(5, 4)];
  const weights = drawn(3, 5).values;
  const weighed = (ofUnitRows: boolean) =>
    similarityMatrix(left, right, { ofUnitRows }).values.reduce(
      (sum, value, i) => sum + weights[i]! * value,
      0,
    );

  test('of unit rows is at most 1, and 1 of a row with itself', () => {
    const { values } = similarityMatrix(left, left, { ofUnitRows: true });
    for (const value of values) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
    expect(values[4]).toBeCloseTo(1, 12);
  });

  test.each([true, false])('has the gradients of finite differences (unit rows: %s)', (unit) => {
    const found = similarityMatrix(left, right, { ofUnitRows: unit }).gradients(weights);
    for (const [side, gradient] of [
      [left, found.left],
      [right, found.right],
    ] as const)
      for (let i = 0; i < side.values.length; i++) {
        const at = side.values[i]!;
        side.values[i] = at + 1e-6;
        const above = weighed(unit);
        side.values[i] = at - 1e-6;
        const below = weighed(unit);
        side.values[i] = at;
        expect(gradient[i]).toBeCloseTo((above - below) / 2e-6, 6);
      }
  });

  test('refuses rows of different dimensions', () => {
    expect(() => similarityMatrix(left, drawn(2, 3), { ofUnitRows: true })).toThrow(
      'need the same dimensions, not 4 and 3',
    );
  });
});
