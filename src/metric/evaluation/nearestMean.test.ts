import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classMeans, nearestMean } from './nearestMean.ts';

const SMALL = fc.integer({ min: -9, max: 9 });

const points = (...rows: readonly (readonly number[])[]) => ({
  values: Float64Array.from(rows.flat()),
  rows: rows.length,
  dims: rows[0]?.length ?? 2,
});

describe('the mean of each class', () => {
  test('is where its rows are on average, in the order of the labels', () => {
    const means = classMeans(points([0, 0], [9, 9], [2, 4]), [7, 3, 7], { unit: false });
    expect(means.labels).toEqual([3, 7]);
    expect([...means.values]).toEqual([9, 9, 1, 2]);
  });

  test('is brought back to length 1 on the sphere', () => {
    const { values } = classMeans(points([1, 0], [0, 1]), [0, 0], { unit: true });
    expect(values[0]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(values[1]).toBeCloseTo(Math.SQRT1_2, 12);
  });

  test('needs a label for each row', () => {
    expect(() => classMeans(points([1, 0]), [0, 1], { unit: true })).toThrow('as many labels');
  });
});

describe('the nearest mean', () => {
  const means = classMeans(points([0, 0], [3, 0], [0, 4]), [0, 1, 2], { unit: false });

  test('is told with its plain distance, and with the gap to the next', () => {
    const found = nearestMean(means, [1, 0]);
    expect(found.nearest).toBe(0);
    expect(found.distances[1]).toBe(2);
    expect(found.gap).toBe(1);
    expect(found.accepted).toBe(true);
  });

  test('is refused beyond the threshold, and taken at it', () => {
    expect(nearestMean(means, [1, 0], 1).accepted).toBe(true);
    expect(nearestMean(means, [1, 0], 0.99).accepted).toBe(false);
  });

  test('of one class has an infinite gap', () => {
    const one = classMeans(points([0, 0]), [0], { unit: false });
    expect(nearestMean(one, [3, 4])).toEqual({
      distances: [5],
      nearest: 0,
      gap: Number.POSITIVE_INFINITY,
      accepted: true,
    });
  });

  test('does not depend on where the origin is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(SMALL, SMALL), { minLength: 2, maxLength: 6 }),
        SMALL,
        (rows, shift) => {
          const labels = rows.map((_, row) => row % 2);
          const moved = rows.map((row) => row.map((value) => value + shift));
          const at = (some: readonly (readonly number[])[], query: readonly number[]) =>
            nearestMean(classMeans(points(...some), labels, { unit: false }), query);
          const [here, there] = [at(rows, [1, 2]), at(moved, [1 + shift, 2 + shift])];
          here.distances.forEach((distance, k) => {
            expect(there.distances[k]).toBeCloseTo(distance, 9);
          });
        },
      ),
    );
  });

  test('is not asked without classes, in other dimensions, or below 0', () => {
    expect(() => nearestMean({ ...points(), dims: 2, labels: [] }, [1, 0])).toThrow(
      'give an example of one',
    );
    expect(() => nearestMean(means, [1, 0, 0])).toThrow('2 dimensions, and the query 3');
    expect(() => nearestMean(means, [1, 0], -1)).toThrow('0 or more, not -1');
    expect(() => nearestMean(means, [1, 0], Number.NaN)).toThrow('0 or more, not NaN');
  });
});
